package dev.outsole.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.job.EvaluateJob;
import dev.outsole.metric.Metric;
import dev.outsole.metric.MetricValues;
import dev.outsole.result.Confusion;
import dev.outsole.result.DetectorMetrics;
import dev.outsole.result.RunMetrics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultTableTest {

    private static DetectorMetrics detector(Map<Metric, Double> values) {
        return new DetectorMetrics(
                new MetricValues(values), new Confusion(597, 403, 495, 505), null, null, Map.of("fit", 2.25));
    }

    /** 0.5 for each metric. */
    private static DetectorMetrics detector() {
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        Arrays.stream(Metric.values()).forEach(metric -> values.put(metric, 0.5));
        return detector(values);
    }

    private static List<String> printed(Map<String, DetectorMetrics> detectors) {
        Map<String, String> pair = Map.of("normal", "Sandal", "abnormal", "Sneaker");
        RunMetrics metrics = new RunMetrics(
                "0.1.0", "run", "2026-11-24T02:00:00Z", Map.of(), 1, Map.of(), pair, detectors, Map.of());
        StringWriter out = new StringWriter();
        ResultTable.print(
                new EvaluateJob.Outcome(metrics, "file:/runs/run"),
                new PrintWriter(out),
                new PrintWriter(new StringWriter()));
        return out.toString().lines().toList();
    }

    private static Map<String, DetectorMetrics> detectors(String... names) {
        Map<String, DetectorMetrics> detectors = new LinkedHashMap<>();
        Arrays.stream(names).forEach(name -> detectors.put(name, detector()));
        return detectors;
    }

    @Test
    void everyFigureHasALineAndEveryDetectorAColumn() {
        Map<String, DetectorMetrics> detectors = detectors("autoencoder");
        detectors.put("pixels", detector(Map.of(Metric.AUC, 0.509236)));
        List<String> lines = printed(detectors);

        assertThat(lines.get(0)).isEqualTo("Sandal (normal) vs Sneaker (abnormal)");
        assertThat(lines.get(1)).matches("Detector +  autoencoder    pixels");
        assertThat(lines.get(2)).matches("AUC +  0\\.5000    0\\.5092");
        assertThat(lines.get(3)).matches("Average precision +  0\\.5000         –");
        assertThat(lines).anyMatch(line -> line.matches("Normal kept +505/1000  505/1000"));
        assertThat(lines).anyMatch(line -> line.matches("Abnormal caught +597/1000  597/1000"));
        assertThat(lines).anyMatch(line -> line.matches("Seconds +2\\.3 +2\\.3"));
        assertThat(lines).hasSize(2 + Metric.values().length + 4).last().isEqualTo("file:/runs/run");
        assertThat(lines.subList(1, lines.size() - 1))
                .allMatch(line -> line.length() == lines.get(1).length());
    }

    /** Those without room beside the others stand below, under headings of their own. */
    @Test
    void manyDetectorsStillFitAHundredColumns() {
        List<String> lines = printed(detectors(
                "pixels",
                "autoencoder",
                "neighbours",
                "adjusted-neighbours",
                "gaussian",
                "reconstruction",
                "one-of-another-jar"));

        assertThat(lines).allMatch(line -> line.length() <= 100);
        assertThat(lines.stream()
                        .filter(line -> line.startsWith("AUC"))
                        .flatMap(line -> Arrays.stream(line.split(" +"))))
                .filteredOn("0.5000"::equals)
                .hasSize(7);
    }
}
