package dev.outsole.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.outsole.needs.Needs;
import dev.outsole.spark.TestSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reference experiment, run once as a user runs it: on all the data, from an empty folder, without an option. */
final class EvaluateIT {
    @TempDir
    private static Path folder;

    private static Launcher.Result result;
    private static Path run;
    private static JsonNode metrics;

    @BeforeAll
    static void evaluate() throws Exception {
        result = new Launcher(folder).run("evaluate");
        assertThat(result.exitCode()).as(result.err()).isZero();
        try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
            run = runs.toList().get(0);
        }
        metrics = new ObjectMapper().readTree(run.resolve("metrics.json").toFile());
    }

    @Test
    void pixelsGiveTheReferenceFigures() {
        JsonNode pixels = metrics.at("/detectors/pixels");

        // scikit-learn 1.2: OneClassSVM(kernel='rbf', gamma='scale', nu=0.5)
        assertThat(pixels.at("/auc").asDouble()).isCloseTo(0.509236, within(2e-5));
        assertThat(pixels.at("/caught_at5_percent_false_alarms").asDouble()).isEqualTo(0.007);
        assertThat(confusion(pixels)).containsExactly(597, 403, 495, 505);
        assertThat(pixels.at("/svm/gamma").asDouble()).isCloseTo(0.018425341, within(1e-9));
        assertThat(pixels.at("/svm/rho").asDouble()).isCloseTo(680.1115, within(1e-3));
        assertThat(pixels.at("/svm/support_vectors").asInt()).isEqualTo(3006);
    }

    /** scikit-learn's {@code decision_function} of the first eight test images of these classes; all 2,000 range over 863. */
    @Test
    void pixelsGiveTheReferenceDecisionValues() {
        List<Row> rows = scores("pixels").orderBy("index").limit(8).collectAsList();
        double[] values =
                rows.stream().mapToDouble(row -> row.getAs("decision_value")).toArray();

        assertThat(rows.stream().map(row -> row.<Integer>getAs("index"))).containsExactly(8, 9, 11, 12, 21, 22, 36, 37);
        assertThat(values)
                .containsExactly(
                        new double[] {11.38234, 27.90493, 53.20013, -8.84557, 1.42601, -146.06667, -166.55318, 108.13296
                        },
                        within(1e-4 * 863));
    }

    @Test
    void theAutoencoderLearnsALiveEmbedding() {
        JsonNode autoencoder = metrics.at("/detectors/autoencoder");
        JsonNode loss = autoencoder.at("/training/loss");

        assertThat(autoencoder.at("/training/epochs").asInt()).isEqualTo(50);
        assertThat(loss).hasSize(50);
        assertThat(loss.get(49).asDouble()).isLessThanOrEqualTo(0.0290);
        assertThat(autoencoder.at("/training/dead_units").asInt()).isZero();
        assertThat(autoencoder.at("/auc").asDouble()).isGreaterThanOrEqualTo(0.60);
    }

    @Test
    void metricsSayWhereTheyComeFrom() {
        assertThat(metrics.at("/run_id").asText()).isEqualTo(run.getFileName().toString());
        assertThat(metrics.at("/run_id").asText()).matches("\\d{8}T\\d{6}Z-sandal-sneaker");
        assertThat(metrics.at("/pair").toString()).isEqualTo("{\"normal\":\"Sandal\",\"abnormal\":\"Sneaker\"}");
        assertThat(metrics.at("/settings/svm/nu").asDouble()).isEqualTo(0.5);
        assertThat(metrics.at("/data_sha256/test_labels").asText())
                .isEqualTo("0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34");
        assertThat(metrics.at("/version").asText()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(metrics.at("/detectors/pixels/seconds/fit").asDouble()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pixels", "autoencoder"})
    void theAucFollowsFromTheScores(String detector) {
        List<Row> rows = scores(detector).select("label", "decision_value").collectAsList();
        double[] normal = values(rows, 5);
        double[] abnormal = values(rows, 7);

        assertThat(normal).hasSize(1000);
        assertThat(abnormal).hasSize(1000);
        assertThat(metrics.at("/detectors/" + detector + "/auc").asDouble())
                .isCloseTo(mannWhitney(normal, abnormal), within(1e-9));
    }

    /** The reference experiment holds nothing out. */
    @Test
    void itsModelsScoreByTheirSignAndSaySo() throws Exception {
        Path out = folder.resolve("scored");
        Launcher.Result scored = new Launcher(folder)
                .run(
                        "score",
                        "--model",
                        run.resolve("models/pixels").toString(),
                        "--input",
                        Launcher.data().resolve("t10k-images-idx3-ubyte.gz").toString(),
                        "--output",
                        out.toString());
        JsonNode summary =
                new ObjectMapper().readTree(out.resolve("summary.json").toFile());
        Dataset<Row> rows =
                TestSession.spark().read().parquet(out.resolve("scores").toString());

        assertThat(scored.exitCode()).as(scored.err()).isZero();
        assertThat(scored.errors()).singleElement().asString().contains("no calibration", "sign");
        assertThat(summary.has("false_alarm_rate")).isFalse();
        assertThat(summary.at("/abnormal").asLong())
                .isEqualTo(rows.where("decision_value <= 0").count());
        assertThat(rows.where("p_value is not null").count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pixels", "autoencoder"})
    void theSavedModelGivesTheSameScores(String detector) throws Exception {
        Dataset<Row> images = TestSession.spark().read().parquet(Launcher.data() + "/table/images");
        Dataset<Row> test = images.where("split = 'test' and label in (5, 7)").orderBy("index");

        List<Double> again = doubles(
                PipelineModel.load(run.resolve("models/" + detector).toString()).transform(test), "decision_value");
        List<Double> scores = doubles(scores(detector).orderBy("index"), "decision_value");

        // Spark cuts the rows into other batches here, and a float matrix product rounds by the shape of its batch.
        double range = Collections.max(scores) - Collections.min(scores);
        assertThat(again).hasSize(2000);
        for (int i = 0; i < scores.size(); i++) {
            assertThat(again.get(i)).isCloseTo(scores.get(i), within(1e-5 * range));
        }
    }

    @Test
    void theRocRunsFromCornerToCorner() {
        List<Row> curve = TestSession.spark()
                .read()
                .parquet(run.resolve("roc").toString())
                .where("detector = 'pixels'")
                .orderBy("fpr", "tpr")
                .select("fpr", "tpr")
                .collectAsList();

        assertThat(curve.get(0).mkString(" ")).isEqualTo("0.0 0.0");
        assertThat(curve.get(curve.size() - 1).mkString(" ")).isEqualTo("1.0 1.0");
    }

    @ParameterizedTest
    @Needs("libharfbuzz0b")
    @ValueSource(strings = {"samples", "roc", "embedding-truth", "embedding-prediction", "loss"})
    void everyPictureIsThereTwice(String name) throws Exception {
        assertThat(ImageIO.read(run.resolve(name + ".png").toFile()).getWidth()).isGreaterThan(800);
        assertThat(run.resolve(name + ".svg")).content().startsWith("<?xml").endsWith("</svg>");
    }

    @Test
    void nothingElseIsLeftBehind() throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.contains(".tmp") || name.startsWith("_temporary"));
        }
        assertThat(folder).isDirectoryNotContaining("glob:**/spark-warehouse");
    }

    @Test
    void theTerminalShowsTheTableAndThePath() {
        assertThat(result.outLines().get(0)).isEqualTo("Sandal (normal) vs Sneaker (abnormal)");
        assertThat(result.outLines().get(1)).matches("Detector +pixels +autoencoder");
        assertThat(result.outLines())
                .anyMatch(line -> line.matches("AUC +0\\.5092 +0\\.\\d{4}"))
                .anyMatch(line -> line.matches("Caught at 5 % false alarms +0\\.0070 +0\\.\\d{4}"))
                .anyMatch(line -> line.matches("Normal kept +505/1000 +\\d+/1000"))
                .anyMatch(line -> line.matches("Abnormal caught +597/1000 +\\d+/1000"));
        assertThat(result.outLines()).last().isEqualTo("file:" + run.toAbsolutePath());
    }

    private static List<Integer> confusion(JsonNode detector) {
        return Stream.of("abnormal_caught", "abnormal_missed", "normal_rejected", "normal_kept")
                .map(name -> detector.at("/confusion/" + name).asInt())
                .toList();
    }

    private static Dataset<Row> scores(String detector) {
        return TestSession.spark()
                .read()
                .parquet(run.resolve("scores").toString())
                .where("detector = '" + detector + "'");
    }

    private static double[] values(List<Row> rows, int label) {
        return rows.stream()
                .filter(row -> row.getInt(0) == label)
                .mapToDouble(row -> row.getDouble(1))
                .toArray();
    }

    private static List<Double> doubles(Dataset<Row> rows, String column) {
        return rows.select(column).collectAsList().stream()
                .map(row -> row.getDouble(0))
                .toList();
    }

    /** The AUC by its meaning: the share of pairs in which the normal image scores higher, ties counted half. */
    private static double mannWhitney(double[] normal, double[] abnormal) {
        double wins = 0;
        for (double n : normal) {
            for (double a : abnormal) {
                wins += n > a ? 1 : n == a ? 0.5 : 0;
            }
        }
        return wins / ((double) normal.length * abnormal.length);
    }
}
