package dev.outsole.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.outsole.spark.TestSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.math3.special.Gamma;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether thresholds keep their promise on normal images that no model has seen: all classes, three rates. */
final class CalibrationIT {
    private static final double[] RATES = {0.01, 0.05, 0.2};
    /** Of each of the 30 checks, on either side. */
    private static final double SIGNIFICANCE = 1e-4;

    @TempDir
    private Path folder;

    @Test
    void everyClassKeepsTheFalseAlarmRate() throws Exception {
        Launcher.Result result = new Launcher(folder)
                .run("sweep", "--detectors=pixels", "--svm-sample=500", "--calibration-fraction=0.1");
        assertThat(result.exitCode()).as(result.err()).isZero();

        List<Path> models = models();

        assertThat(models).hasSize(10);
        for (Path model : models) {
            assertKeepsTheRates(TestSession.spark(), model);
        }
    }

    private List<Path> models() throws IOException {
        try (Stream<Path> files = Files.find(folder, 7, (file, facts) -> file.endsWith("model.json"))) {
            return files.map(Path::getParent).toList();
        }
    }

    private static void assertKeepsTheRates(SparkSession spark, Path model) throws IOException {
        JsonNode manifest = new ObjectMapper()
                .readTree(model.resolve("pipeline/manifest.json").toFile());
        double[] heldOut = StreamSupport.stream(
                        manifest.at("/calibration/scores").spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .sorted()
                .toArray();
        int label = label(manifest);
        double[] fresh = spark.read().parquet(model.resolve("scores").toString()).collectAsList().stream()
                .filter(row -> row.<Integer>getAs("label") == label)
                .mapToDouble(row -> row.<Double>getAs("decision_value"))
                .toArray();

        assertThat(heldOut).hasSizeBetween(500, 700);
        assertThat(fresh).hasSize(1000);
        for (double rate : RATES) {
            int rank = (int) Math.floor(rate * (heldOut.length + 1));
            double threshold = heldOut[rank - 1];
            int alarms = (int)
                    Arrays.stream(fresh).filter(value -> value < threshold).count();
            assertThat(tail(alarms, fresh.length, rank, heldOut.length))
                    .as("%s: %d false alarms at a rate of %s", model, alarms, rate)
                    .isGreaterThan(SIGNIFICANCE);
        }
    }

    private static int label(JsonNode manifest) {
        List<String> classes = StreamSupport.stream(manifest.at("/classes").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        return classes.indexOf(manifest.at("/normal").asText());
    }

    /**
     * The smaller tail of the number of fresh values, of m, below the k-th smallest of n others: binomial, at a rate that is itself drawn from
     * Beta(k, n + 1 − k).
     */
    private static double tail(int alarms, int m, int k, int n) {
        double below = 0;
        double above = 0;
        for (int j = 0; j <= m; j++) {
            double probability =
                    Math.exp(logBinomial(m, j) + logBeta(j + k, m - j + n + 1 - k) - logBeta(k, n + 1 - k));
            below += j <= alarms ? probability : 0;
            above += j >= alarms ? probability : 0;
        }
        return Math.min(below, above);
    }

    private static double logBinomial(int n, int k) {
        return Gamma.logGamma(n + 1) - Gamma.logGamma(k + 1) - Gamma.logGamma(n - k + 1);
    }

    private static double logBeta(double a, double b) {
        return Gamma.logGamma(a) + Gamma.logGamma(b) - Gamma.logGamma(a + b);
    }
}
