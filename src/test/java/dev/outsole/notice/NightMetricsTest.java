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
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightMetricsTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_795_500_000L);

    @TempDir
    Path folder;

    /** Line for line as Prometheus' text format 0.0.4 has it; the mean of 0.5 and 0.75 is 0.625. */
    @Test
    void ofANight() {
        Night night = Nights.of(Nights.night(0), "pixels", false, "r", new double[][] {{0.5}, {0.75}})
                .night();
        JudgedNight judged =
                new JudgedNight(night, new Judgement(Judgement.Status.PASSED, List.of(), 14, List.of("autoencoder")));

        assertThat(night.means()).extracting(DetectorMean::auc).containsExactly(0.5, 0.75);
        assertThat(NightMetrics.text(Optional.of(judged), 0, 1, NOW, Optional.of("12"))
                        .lines()
                        .filter(line -> !line.startsWith("# HELP")))
                .containsExactly(
                        "# TYPE outsole_nightly_exit_code gauge",
                        "outsole_nightly_exit_code 0",
                        "# TYPE outsole_nightly_end_timestamp_seconds gauge",
                        "outsole_nightly_end_timestamp_seconds 1795500000",
                        "# TYPE outsole_nightly_passed_timestamp_seconds gauge",
                        "outsole_nightly_passed_timestamp_seconds 1795500000",
                        "# TYPE outsole_nightly_warnings gauge",
                        "outsole_nightly_warnings 1",
                        "# TYPE outsole_nightly_findings gauge",
                        "outsole_nightly_findings 0",
                        "# TYPE outsole_nightly_compared_nights gauge",
                        "outsole_nightly_compared_nights 14",
                        "# TYPE outsole_nightly_uncompared_detectors gauge",
                        "outsole_nightly_uncompared_detectors 1",
                        "# TYPE outsole_nightly_duration_seconds gauge",
                        "outsole_nightly_duration_seconds 100",
                        "# TYPE outsole_nightly_collapsed_models gauge",
                        "outsole_nightly_collapsed_models 0",
                        "# TYPE outsole_nightly_failed_models gauge",
                        "outsole_nightly_failed_models 0",
                        "# TYPE outsole_nightly_mean_auc gauge",
                        "outsole_nightly_mean_auc{detector=\"pixels\"} 0.625");
    }

    /** A night that fails leaves nothing of the one before but when that passed. */
    @Test
    void whenANightPassedLastIsKept() throws IOException {
        Path file = folder.resolve("outsole.prom");
        MetricsFile metrics = new MetricsFile(file);

        metrics.write(Optional.empty(), 1, 0, NOW);
        assertThat(file)
                .content()
                .contains("outsole_nightly_exit_code 1\n")
                .doesNotContain("passed_timestamp", "mean_auc");

        metrics.write(Optional.empty(), 0, 0, NOW);
        metrics.write(Optional.empty(), 143, 0, NOW.plusSeconds(60));
        assertThat(file)
                .content()
                .contains(
                        "outsole_nightly_exit_code 143\n",
                        "outsole_nightly_end_timestamp_seconds 1795500060\n",
                        "outsole_nightly_passed_timestamp_seconds 1795500000\n");
    }

    /** Of a run that was killed a while ago; another one may be writing right now, or has a file of another name. */
    @Test
    void whatADeadRunLeftIsRemoved() throws IOException {
        Path dead = Files.writeString(folder.resolve(".outsole.prom.tmp-" + UUID.randomUUID()), "half");
        Files.setLastModifiedTime(dead, FileTime.from(Instant.now().minusSeconds(120)));
        Path now = Files.writeString(folder.resolve(".outsole.prom.tmp-" + UUID.randomUUID()), "half");
        Path other = Files.writeString(folder.resolve(".other.prom.tmp-" + UUID.randomUUID()), "half");
        Files.setLastModifiedTime(other, FileTime.from(Instant.now().minusSeconds(120)));

        new MetricsFile(folder.resolve("outsole.prom")).write(Optional.empty(), 1, 0, NOW);

        assertThat(dead).doesNotExist();
        assertThat(now).exists();
        assertThat(other).exists();
    }

    /** A run under the umask 0077 makes a file that nobody else can read. */
    @Test
    void othersMayReadTheFile() throws IOException {
        new MetricsFile(folder.resolve("outsole.prom")).write(Optional.empty(), 1, 0, NOW);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("outsole.prom"))))
                .isEqualTo("rw-r--r--");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp*");
    }

    @Test
    void aFolderThatIsNotThereIsTheUsersMistake() {
        assertThatThrownBy(() -> new MetricsFile(folder.resolve("none/outsole.prom")).requireWritable())
                .isInstanceOf(UserError.class)
                .hasMessageContaining("--metrics-file");
    }
}
