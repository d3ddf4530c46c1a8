package dev.outsole.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.outsole.idx.IdxBytes;
import dev.outsole.image.ImageShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data set of others than Fashion-MNIST's classes, labelled 1 to 3, through the real command. */
final class OwnClassesIT {
    private static final ImageShape SHAPE = new ImageShape(6, 6);

    @TempDir
    private Path folder;

    private Path data;
    private Launcher launcher;

    @BeforeEach
    void write() throws IOException {
        data = folder.resolve("digits");
        launcher = new Launcher(folder);
        IdxBytes.write(data, images(90), labels(90), images(45), labels(45));
    }

    /** Digits are no dresses: their names are their numbers, and figures of other sets don't stand beside them. */
    @Test
    void numbersAreTheirNamesAndAnEmptyClassIsLeftOut() throws Exception {
        Launcher.Result result = launcher.run("sweep", "--data", data.toString(), "--detectors=pixels");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.err()).contains("warning: no images for training, or none for testing, of class 0: left out");
        Path run = run();
        JsonNode sweep = new ObjectMapper().readTree(run.resolve("sweep.json").toFile());
        assertThat(sweep.at("/class_names")).hasSize(4).first().hasToString("\"0\"");
        assertThat(Files.readAllLines(run.resolve("auc.csv")).stream().skip(1)).hasSize(6);
        assertThat(run.resolve("report.html")).content().doesNotContain("Dress").doesNotContain("PANDA");
    }

    @Test
    void namesThatIngestWasGivenStayWithTheTable() throws Exception {
        Launcher.Result ingested =
                launcher.run("ingest", "--data", data.toString(), "--table", "own", "--classes", "one,two,three");
        assertThat(ingested.exitCode()).as(ingested.err()).isZero();

        Launcher.Result evaluated =
                launcher.run("evaluate", "--table", "own", "--normal", "three", "--abnormal=one", "--detectors=pixels");

        assertThat(evaluated.exitCode()).as(evaluated.err()).isZero();
        assertThat(evaluated.out()).contains("three (normal)", "one (abnormal)");

        Launcher.Result wrong = launcher.run("train", "--table", "own", "--normal", "tree", "--detectors=pixels");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.errors()).singleElement().asString().contains("three");
    }

    private Path run() throws IOException {
        try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
            return runs.toList().get(0);
        }
    }

    /** A bright bar whose place is the class's, and noise. */
    private static byte[] images(int count) {
        Random random = new Random(count);
        return IdxBytes.images(
                count,
                SHAPE,
                IntStream.range(0, count * SHAPE.pixels())
                        .map(i -> (i / SHAPE.width() % SHAPE.height()) / 2 == i / SHAPE.pixels() % 3
                                ? 200 + random.nextInt(50)
                                : random.nextInt(50))
                        .toArray());
    }

    private static byte[] labels(int count) {
        return IdxBytes.labels(IntStream.range(0, count).map(i -> 1 + i % 3).toArray());
    }
}
