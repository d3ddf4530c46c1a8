package dev.outsole.job;

import dev.outsole.config.Overrides;
import dev.outsole.config.Settings;
import dev.outsole.history.JudgedNight;
import dev.outsole.idx.IdxBytes;
import dev.outsole.image.ImageShape;
import dev.outsole.notice.NightNotice;
import dev.outsole.spark.TestSession;
import dev.outsole.spark.ThrowingDisk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Sweeps and nights over a handful of images, in the test session. */
public record SmallSweeps(Path folder) {

    private static final ImageShape SHAPE = new ImageShape(8, 8);
    private static final int CLASSES = 3;

    /** Writes the images into a folder: 30 to learn from and 10 to be tried on of each class. */
    public SmallSweeps {
        ThrowingDisk.install();
        try {
            IdxBytes.write(folder.resolve("data"), images(90, 1), labels(90), images(30, 2), labels(30));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] labels(int count) {
        return IdxBytes.labels(
                IntStream.range(0, count).map(image -> image % CLASSES).toArray());
    }

    /** Noise, brighter from class to class. */
    private static byte[] images(int count, long seed) {
        Random random = new Random(seed);
        int[] pixels = IntStream.range(0, count * SHAPE.pixels())
                .map(pixel -> 40 * (pixel / SHAPE.pixels() % CLASSES) + random.nextInt(150))
                .toArray();
        return IdxBytes.images(count, SHAPE, pixels);
    }

    /** Clogs against mules. */
    Settings settings(List<String> detectors, int seeds) {
        try {
            Path file = Files.writeString(Files.createTempFile(folder, "small", ".conf"), """
                    outsole.data { source = "%s", classes = ["Clog", "Mule", "Pump"] }
                    outsole.evaluate { normal = clog, abnormal = mule, detectors = [%s], output = "%s" }
                    outsole.sweep { normal = [clog], abnormal = [mule], seeds = %d, concurrency = 2 }
                    outsole.nightly.history = "%s"
                    outsole.autoencoder { hidden-layers = [8], epochs = 2, allow-collapsed = true }
                    """.formatted(
                            folder.resolve("data"),
                            String.join(", ", detectors),
                            ThrowingDisk.path(folder.resolve("runs")),
                            seeds,
                            ThrowingDisk.path(folder.resolve("history"))));
            return Settings.load(Optional.of(file.toFile()), new Overrides());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A sweep from its beginning to its end. */
    public SweepJob.Outcome sweep(List<String> detectors, int seeds) throws IOException, InterruptedException {
        return new SweepJob(settings(detectors, seeds), Optional.empty(), new Silent())
                .run(TestSession.spark(), finished -> Optional.empty());
    }

    /** A night that goes on with the models of a sweep. */
    public JudgedNight night(LocalDate date, String run, NightNotice notice) {
        NightlyRequest request = new NightlyRequest(date, false, Optional.empty());
        return new NightlyJob(settings(List.of("pixels"), 1), Optional.of(run), request, new Silent(), notice)
                .run(TestSession.spark())
                .night();
    }
}
