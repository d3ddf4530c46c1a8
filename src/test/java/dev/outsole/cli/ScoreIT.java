package dev.outsole.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.outsole.spark.TestSession;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that {@code train} has made, applied to images of every kind by the real command. */
final class ScoreIT {
    private static final int SANDAL = 5;

    @TempDir
    private static Path folder;

    private static Launcher launcher;
    private static Path run;

    @BeforeAll
    static void train() throws Exception {
        launcher = new Launcher(folder);
        Launcher.Result result = launcher.run("train", "--normal=sandal", "--epochs=2", "--svm-sample=500");
        assertThat(result.exitCode()).as(result.err()).isZero();
        try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
            run = runs.toList().get(0);
        }
    }

    @Test
    void trainingTellsWhatWasHeldOut() throws IOException {
        JsonNode training =
                new ObjectMapper().readTree(run.resolve("training.json").toFile());
        long heldOut = training.at("/held_out").asLong();

        assertThat(run.getFileName().toString()).matches("\\d{8}T\\d{6}Z-sandal");
        assertThat(training.at("/images").asLong() + heldOut).isEqualTo(6000);
        assertThat(heldOut).isBetween(500L, 700L); // 600, with a standard deviation of √(6000 · 0.1 · 0.9) = 23
        assertThat(manifest("pixels").at("/calibration/scores")).hasSize((int) heldOut);
        assertThat(manifest("autoencoder").at("/height").asInt()).isEqualTo(28);
    }

    private static JsonNode manifest(String detector) throws IOException {
        return new ObjectMapper()
                .readTree(run.resolve("models/" + detector + "/manifest.json").toFile());
    }

    /** All 70,000 images: fresh sandals are rejected as often as asked for, sandals learnt from no more often, others more often. */
    @Test
    void scoresAnImageTable() throws Exception {
        Path out = score("autoencoder", Launcher.data().resolve("table"), "table", "--false-alarm-rate=0.2");
        JsonNode summary =
                new ObjectMapper().readTree(out.resolve("summary.json").toFile());
        Dataset<Row> scores =
                TestSession.spark().read().parquet(out.resolve("scores").toString());

        assertThat(scores.columns())
                .containsExactly(
                        "split",
                        "index",
                        "label",
                        "decision_value",
                        "prediction",
                        "p_value",
                        "embedding",
                        "reconstruction_error");
        assertThat(summary.at("/images").asInt()).isEqualTo(70_000);
        assertThat(summary.at("/rejected").asInt()).isZero();
        assertThat(summary.at("/abnormal").asLong())
                .isEqualTo(scores.where("prediction = 0").count())
                .isEqualTo(scores.where("p_value <= 0.2").count());
        assertThat(TestSession.spark()
                        .read()
                        .parquet(out.resolve("rejected").toString())
                        .count())
                .isZero();
        // 1,000 images by a threshold of some 600: a standard deviation of √(0.2 · 0.8 · (1/1000 + 1/600)) = 0.021.
        assertThat(shareAbnormal(scores.where("split = 'test' and label = " + SANDAL)))
                .isCloseTo(0.2, within(3.5 * 0.021));
        assertThat(scores.selectExpr("avg(reconstruction_error)").head().getDouble(0))
                .isBetween(0.01, 0.5);
    }

    private static double shareAbnormal(Dataset<Row> scores) {
        return (double) scores.where("prediction = 0").count() / scores.count();
    }

    /** The same images as an IDX file and as pictures get the same scores; what is no picture is set apart, or an error. */
    @Test
    void scoresIdxFilesAndPicturesAlike() throws Exception {
        Path idx = score("pixels", Launcher.data().resolve("t10k-images-idx3-ubyte.gz"), "idx");
        Map<Integer, Double> expected =
                TestSession.spark().read().parquet(idx.resolve("scores").toString()).collectAsList().stream()
                        .collect(Collectors.toMap(row -> row.getInt(1), row -> row.getDouble(2)));
        assertThat(expected).hasSize(10_000);
        Path pictures = pictures();
        Files.writeString(pictures.resolve("broken.png"), "no picture");

        Path out = score("pixels", pictures, "pictures");
        List<Row> scores = TestSession.spark()
                .read()
                .parquet(out.resolve("scores").toString())
                .collectAsList();
        Row rejected = TestSession.spark()
                .read()
                .parquet(out.resolve("rejected").toString())
                .head();

        assertThat(scores).hasSize(12).allSatisfy(row -> {
            int index = Integer.parseInt(row.getString(0).replaceAll(".*/(\\d+)\\.png", "$1"));
            assertThat(row.getDouble(1)).isCloseTo(expected.get(index), within(1e-3));
        });
        assertThat(rejected.getString(0)).endsWith("broken.png");
        assertThat(rejected.getString(1)).isEqualTo("neither JPEG, PNG, GIF, BMP, TIFF nor WebP");
        assertStrictRefuses(pictures);
    }

    /** The scores that there are stay. */
    @Test
    void tooManyRejectedImagesOrNoneScoredAtAllIsAFailure() throws Exception {
        Path pictures = Files.createDirectories(folder.resolve("some broken"));
        Files.copy(pictures().resolve("8.png"), pictures.resolve("8.png"));
        Files.writeString(pictures.resolve("broken.png"), "no picture");
        Path broken = Files.createDirectories(folder.resolve("all broken"));
        Files.writeString(broken.resolve("broken.png"), "no picture");

        assertFails(
                pictures, "1 of 2 images could not be scored, more than --max-rejected allows", "--max-rejected=49%");
        assertFails(broken, "none of 1 images could be scored: rejected/ tells why");
    }

    private static void assertFails(Path input, String reason, String... more) throws Exception {
        Path out = folder.resolve(input.getFileName() + " scores");
        List<String> command =
                new ArrayList<>(List.of("score", "--model", model("pixels"), "--output", out.toString()));
        command.addAll(List.of("--input", input.toString()));
        command.addAll(List.of(more));

        Launcher.Result result = launcher.run(command.toArray(String[]::new));

        assertThat(result.exitCode()).as(result.err()).isEqualTo(1);
        assertThat(result.errors()).last().asString().startsWith("outsole score: " + reason);
        assertThat(result.outLines()).last().isEqualTo("file:" + out);
        assertThat(out.resolve("summary.json")).content().contains("\"rejected\" : 1");
    }

    private static Path pictures() throws IOException {
        Path pictures = Files.createDirectories(folder.resolve("pictures"));
        List<Row> rows = TestSession.spark()
                .read()
                .parquet(Path.of("data/fashion-mnist/table/images").toString())
                .where("split = 'test' and index < 12")
                .collectAsList();
        for (Row row : rows) {
            BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
            image.getRaster().setDataElements(0, 0, 28, 28, row.<byte[]>getAs("pixels"));
            ImageIO.write(
                    image,
                    "png",
                    pictures.resolve(row.<Integer>getAs("index") + ".png").toFile());
        }
        return pictures;
    }

    private static void assertStrictRefuses(Path pictures) throws Exception {
        Launcher.Result strict = launcher.run(
                "score",
                "--strict",
                "--model",
                model("pixels"),
                "--input",
                pictures.toString(),
                "--output",
                folder.resolve("strict").toString());

        assertThat(strict.exitCode()).as(strict.err()).isEqualTo(2);
        assertThat(strict.errors()).singleElement().asString().contains("1 of 13 images", "broken.png", "--strict");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(Path::toString)).noneMatch(name -> name.contains("strict"));
        }
    }

    @Test
    void refusesAModelThatSomebodyHasBeenAt() throws Exception {
        Path copy = copy(Path.of(model("pixels")), folder.resolve("changed"));
        Path numbers;
        try (Stream<Path> files = Files.walk(copy)) {
            numbers = files.filter(file -> file.toString().endsWith(".safetensors"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] whole = Files.readAllBytes(numbers);
        Files.write(numbers, Arrays.copyOf(whole, whole.length / 2));

        Launcher.Result result = launcher.run(
                "score",
                "--model",
                copy.toString(),
                "--input",
                Launcher.data().resolve("table").toString(),
                "--output",
                folder.resolve("never").toString());

        assertThat(result.exitCode()).as(result.err()).isEqualTo(2);
        assertThat(result.errors())
                .singleElement()
                .asString()
                .contains(numbers.getFileName().toString(), "has changed");
        assertThat(folder.resolve("never")).doesNotExist();
    }

    /** What the documentation shows is compiled and run as it stands there, one program without Spark. */
    @Test
    void theDocumentedProgramsWork() throws Exception {
        Path picture = pictures().resolve("8.png");
        DocumentedPrograms programs =
                new DocumentedPrograms(Path.of("src/docs/scoring.md"), folder.resolve("programs"));
        double expected = TestSession.spark()
                .read()
                .parquet(score("pixels", pictures(), "documented")
                        .resolve("scores")
                        .toString())
                .where("path like '%/8.png'")
                .head()
                .getDouble(1);

        String plain = programs.runWithoutSpark("ScoreOneImage", model("pixels"), picture.toString());
        String withSpark = programs.runWithSpark("ScoreInSpark", model("pixels"), "data/fashion-mnist/table/images");

        assertThat(plain).matches("-?[0-9.E-]+ (ab)?normal\\R");
        assertThat(Double.parseDouble(plain.split(" ")[0])).isCloseTo(expected, within(1e-3));
        assertThat(withSpark).matches("below 0: \\d+ of 70000\\R");
    }

    private static String model(String detector) {
        return run.resolve("models/" + detector).toString();
    }

    private static Path score(String detector, Path input, String name, String... more) throws Exception {
        Path out = folder.resolve("scores-" + name);
        String[] command = Stream.concat(
                        Stream.of(
                                "score",
                                "--model",
                                model(detector),
                                "--input",
                                input.toString(),
                                "--output",
                                out.toString()),
                        Stream.of(more))
                .toArray(String[]::new);
        Launcher.Result result = launcher.run(command);
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.outLines()).last().isEqualTo("file:" + out);
        return out;
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.sorted(Comparator.naturalOrder()).toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
        return to;
    }
}
