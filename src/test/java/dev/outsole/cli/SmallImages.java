package dev.outsole.cli;

import dev.outsole.idx.IdxBytes;
import dev.outsole.image.ImageShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A data set that a sweep takes a second or two for: three classes of small noisy pictures, and the settings for them. */
final class SmallImages {
    private static final int CLASSES = 3;
    private static final ImageShape SHAPE = new ImageShape(6, 6);

    private SmallImages() {}

    /** Writes the data set into a folder, and gives the settings file. */
    static Path write(Path folder) throws IOException {
        Path data = folder.resolve("data");
        IdxBytes.write(data, images(60, 1), labels(60), images(40, 2), labels(40));
        return Files.writeString(folder.resolve("small.conf"), """
                outsole {
                  data { source = "%s", classes = ["Clog", "Mule", "Pump"] }
                  evaluate { normal = clog, abnormal = mule, detectors = ["pixels"], output = "%s" }
                  sweep { normal = [clog, mule], abnormal = [clog, mule, pump], seeds = 2 }
                }
                """.formatted(data, folder.resolve("runs")));
    }

    private static byte[] labels(int each) {
        return IdxBytes.labels(
                IntStream.range(0, each * CLASSES).map(i -> i % CLASSES).toArray());
    }

    private static byte[] images(int each, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] pixels = new int[each * CLASSES * SHAPE.pixels()];
        for (int i = 0; i < pixels.length; i++) {
            int label = i / SHAPE.pixels() % CLASSES;
            pixels[i] = (i % SHAPE.pixels()) * (label + 1) + random.nextInt(100);
        }
        return IdxBytes.images(each * CLASSES, SHAPE, pixels);
    }

    static List<String> command(Path config, String... words) {
        return Stream.concat(Stream.of(words), Stream.of("--config", config.toString()))
                .toList();
    }
}
