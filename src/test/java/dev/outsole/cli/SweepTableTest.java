package dev.outsole.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.job.SweepJob;
import dev.outsole.sweep.DetectorSummary;
import dev.outsole.sweep.DetectorSummary.WorstPair;
import dev.outsole.sweep.Speed;
import dev.outsole.sweep.Summary;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SweepTableTest {

    private static DetectorSummary detector(String name, double auc, @Nullable Speed speed) {
        return new DetectorSummary(
                name, 10, auc, null, auc - 0.01, new WorstPair("T-shirt/top", "Ankle boot", 1, 0.4), speed);
    }

    private static List<String> printed(DetectorSummary... detectors) {
        return printed(null, detectors);
    }

    private static List<String> printed(@Nullable Map<String, Integer> planned, DetectorSummary... detectors) {
        Summary summary = new Summary(
                "0.1.0",
                "run",
                90,
                List.of(detectors),
                planned,
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of());
        StringWriter out = new StringWriter();
        SweepTable.print(
                new SweepJob.Outcome(summary, "file:/runs/run"),
                new PrintWriter(out),
                new PrintWriter(new StringWriter()));
        return out.toString().lines().toList();
    }

    @Test
    void theBestDetectorStandsOnTop() {
        assertThat(printed(
                        detector("pixels", 0.90731, new Speed(100_000, 0.42, 40_123.4)),
                        detector("adjusted-neighbours", 0.95, new Speed(100_000, 12.34, 138_000))))
                .containsExactly(
                        "detector            models  mean AUC  vs rest   fit s  images/s  worst pair",
                        "adjusted-neighbours     10    0.9500   0.9400    12.3    138000  T-shirt/top vs Ankle boot 0.4000",
                        "pixels                  10    0.9073   0.8973     0.4     40123  T-shirt/top vs Ankle boot 0.4000",
                        "file:/runs/run");
    }

    /** Ten of twelve, and none of twelve: an average over some models is not one over all. */
    @Test
    void modelsThatAreMissingAreSeen() {
        Map<String, Integer> planned = new TreeMap<>(Map.of("gaussian", 12, "pixels", 12));

        assertThat(printed(planned, detector("pixels", 0.9, null)))
                .containsExactly(
                        "detector     models  mean AUC  vs rest   fit s  images/s  worst pair",
                        "pixels        10/12    0.9000   0.8900                    T-shirt/top vs Ankle boot 0.4000",
                        "gaussian       0/12  all its models have failed",
                        "file:/runs/run");
    }

    @Test
    void withoutAnyModelThereIsNoLeaderboard() {
        assertThat(printed(Map.of("pixels", 12))).containsExactly("no model: all 12 have failed", "file:/runs/run");
    }

    @Test
    void fitsAHundredColumnsWithNamesOfTwentyLetters() {
        assertThat(printed(detector("d".repeat(20), 0.9, new Speed(100_000, 1234.5, 1_234_567))))
                .allMatch(line -> line.length() <= 100);
    }

    @Test
    void whatWasNotMeasuredStaysEmpty() {
        assertThat(printed(detector("pixels", 0.9, null)))
                .contains("pixels           10    0.9000   0.8900                    T-shirt/top vs Ankle boot 0.4000");
    }
}
