package dev.outsole.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.outsole.metric.Metric;
import dev.outsole.metric.MetricValues;
import dev.outsole.result.Confusion;
import dev.outsole.result.DetectorMetrics;
import dev.outsole.result.RunMetrics;
import dev.outsole.result.SvmFit;
import dev.outsole.result.Training;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code metrics.json} as its readers find it, through a parser that knows nothing of the records. */
class JsonTest {
    private static final RunMetrics METRICS = new RunMetrics(
            "0.1.0",
            "20260101T000000Z-sandal-sneaker",
            "2026-01-01T00:00:00Z",
            Map.of("svm", Map.of("nu", 0.5)),
            7,
            Map.of("train_images", "c59f"),
            Map.of("normal", "Sandal", "abnormal", "Sneaker"),
            detectors(),
            Map.of("load", 0.25));

    private static Map<String, DetectorMetrics> detectors() {
        Map<String, DetectorMetrics> detectors = new LinkedHashMap<>();
        detectors.put(
                "pixels",
                new DetectorMetrics(
                        metrics(1.0 / 3, 0.1 + 0.2),
                        new Confusion(597, 403, 495, 505),
                        svm(),
                        null,
                        Map.of("fit", 66.5)));
        detectors.put(
                "autoencoder",
                new DetectorMetrics(
                        metrics(0.74, 0.7),
                        new Confusion(1, 2, 3, 4),
                        svm(),
                        new Training(
                                2,
                                List.of(0.08, Math.nextUp(0.03)),
                                List.of(),
                                0.029,
                                1,
                                true,
                                7,
                                List.of(new Training.Restart(6, 1, 0.5))),
                        Map.of("fit", 50.0)));
        return detectors;
    }

    private static MetricValues metrics(double auc, double averagePrecision) {
        return new MetricValues(Map.of(Metric.AUC, auc, Metric.AVERAGE_PRECISION, averagePrecision));
    }

    private static SvmFit svm() {
        return new SvmFit(0.018425341, 680.1115, 3006, 6000, 6000, false);
    }

    @Test
    void aRunHasItsFieldsInSnakeCase() throws IOException {
        assertThat(tree().fieldNames())
                .toIterable()
                .containsExactly(
                        "version",
                        "run_id",
                        "start",
                        "settings",
                        "seed",
                        "data_sha256",
                        "pair",
                        "detectors",
                        "seconds");
        assertThat(tree().at("/data_sha256/train_images").asText()).isEqualTo("c59f");
        assertThat(tree().at("/pair/normal").asText()).isEqualTo("Sandal");
        assertThat(tree().at("/settings/svm/nu").asDouble()).isEqualTo(0.5);
        assertThat(tree().at("/seed").asLong()).isEqualTo(7);
    }

    @Test
    void aDetectorHasItsFieldsInSnakeCase() throws IOException {
        JsonNode autoencoder = tree().at("/detectors/autoencoder");

        assertThat(autoencoder.fieldNames())
                .toIterable()
                .containsExactly("auc", "average_precision", "confusion", "svm", "training", "seconds");
        assertThat(autoencoder.get("confusion").fieldNames())
                .toIterable()
                .containsExactly("abnormal_caught", "abnormal_missed", "normal_rejected", "normal_kept");
        assertThat(autoencoder.get("svm").fieldNames())
                .toIterable()
                .containsExactly("gamma", "rho", "support_vectors", "training_rows", "available_rows", "constant");
        assertThat(autoencoder.get("training").fieldNames())
                .toIterable()
                .containsExactly(
                        "epochs",
                        "loss",
                        "validation_loss",
                        "final_loss",
                        "dead_units",
                        "collapsed",
                        "seed",
                        "restarts");
        assertThat(autoencoder.at("/seconds/fit").asDouble()).isEqualTo(50);
    }

    @Test
    void aDetectorWithoutTrainingHasNoSuchField() throws IOException {
        assertThat(tree().at("/detectors/pixels").has("training")).isFalse();
        assertThat(tree().at("/detectors").fieldNames()).toIterable().containsExactly("pixels", "autoencoder");
    }

    /** 0.1 + 0.2 is the double next to 0.3, and shows it in its 17th digit. */
    @Test
    void numbersKeepTheirPrecision() throws IOException {
        JsonNode pixels = tree().at("/detectors/pixels");

        assertThat(text()).contains("0.3333333333333333", "0.30000000000000004");
        assertThat(pixels.get("auc").doubleValue()).isEqualTo(1.0 / 3);
        assertThat(tree().at("/detectors/autoencoder/training/loss/1").doubleValue())
                .isEqualTo(Math.nextUp(0.03));
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        assertThat(read(text(), RunMetrics.class)).isEqualTo(METRICS);
    }

    @Test
    void endsItsLastLine() throws IOException {
        assertThat(text()).endsWith("}\n").hasLineCount(text().split("\n").length);
    }

    @Test
    void unknownAndBrokenContentIsRefused() {
        assertThatThrownBy(() -> read(
                        "{\"gamma\": 1, \"rho\": 2, \"support_vectors\": 3, \"training_rows\": 4, \"available_rows\": 4, \"constant\": false, \"nu\": 1}",
                        SvmFit.class))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nu");
        assertThatThrownBy(() -> read("{\"gamma\": 1", SvmFit.class)).isInstanceOf(IOException.class);
    }

    private static JsonNode tree() throws IOException {
        return new ObjectMapper().readTree(text());
    }

    private static String text() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Json.write(out, METRICS);
        return out.toString(UTF_8);
    }

    private static <T> T read(String json, Class<T> type) throws IOException {
        return Json.read(new ByteArrayInputStream(json.getBytes(UTF_8)), type);
    }
}
