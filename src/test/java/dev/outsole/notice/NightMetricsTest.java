package dev.outsole.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import dev.outsole.history.DetectorMean;
import dev.outsole.history.JudgedNight;
import dev.outsole.history.Judgement;
import dev.outsole.history.Night;
import dev.outsole.history.Nights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightMetricsTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_795_500_000L);

    /** Line for line as Prometheus' text format 0.0.4 has it; the mean of 0.5 and 0.75 is 0.625. */
    @Test
    void ofANight() {
        Night night = Nights.of(Nights.night(0), "pixels", false, "r", new double[][] {{0.5}, {0.75}})
                .night();
        JudgedNight judged = new JudgedNight(night, new Judgement(Judgement.Status.PASSED, List.of(), 14));

        assertThat(night.means()).extracting(DetectorMean::auc).containsExactly(0.5, 0.75);
        assertThat(NightMetrics.of(judged, NOW).lines().filter(line -> !line.startsWith("# HELP")))
                .containsExactly(
                        "# TYPE outsole_nightly_exit_code gauge",
                        "outsole_nightly_exit_code 0",
                        "# TYPE outsole_nightly_end_timestamp_seconds gauge",
                        "outsole_nightly_end_timestamp_seconds 1795500000",
                        "# TYPE outsole_nightly_findings gauge",
                        "outsole_nightly_findings 0",
                        "# TYPE outsole_nightly_compared_nights gauge",
                        "outsole_nightly_compared_nights 14",
                        "# TYPE outsole_nightly_duration_seconds gauge",
                        "outsole_nightly_duration_seconds 100",
                        "# TYPE outsole_nightly_collapsed_models gauge",
                        "outsole_nightly_collapsed_models 0",
                        "# TYPE outsole_nightly_failed_models gauge",
                        "outsole_nightly_failed_models 0",
                        "# TYPE outsole_nightly_mean_auc gauge",
                        "outsole_nightly_mean_auc{detector=\"pixels\"} 0.625");
    }

    @Test
    void ofARunThatFailed() {
        assertThat(NightMetrics.failed(NOW))
                .contains("outsole_nightly_exit_code 1\n")
                .doesNotContain("mean_auc");
    }

    @Test
    void theFileIsReplacedWhole(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("outsole.prom"), "before");
        NightMetrics.write(file, "now\n");

        assertThat(file).hasContent("now");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
        assertThatThrownBy(() -> NightMetrics.requireFolder(folder.resolve("none/outsole.prom")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("--metrics-file");
    }
}
