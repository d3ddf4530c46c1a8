package dev.outsole.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outsole.history.JudgedNight;
import dev.outsole.job.SmallSweeps;
import dev.outsole.notice.NightNotice;
import dev.outsole.notice.Receiver;
import dev.outsole.spark.ThrowingDisk;
import dev.outsole.work.Failure;
import dev.outsole.work.Thrown;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The table of what a night may throw after its models: in its report, its commit to the history, what comes after that, and its message. Until
 * it is in the history the night has failed; from then on it has passed, with a warning.
 */
final class ThrowingNightsIT {
    @TempDir
    private static Path folder;

    private static Receiver webhook;
    private static SmallSweeps sweeps;
    private static String run = "";
    private static LocalDate date = LocalDate.of(2026, 11, 1);

    @BeforeAll
    static void sweep() throws Exception {
        webhook = new Receiver();
        sweeps = new SmallSweeps(folder);
        run = sweeps.sweep(List.of("pixels"), 1).directory();
    }

    @AfterAll
    static void stop() {
        webhook.close();
    }

    /** An older night of the same models would be a finding. */
    @BeforeEach
    void forgetOtherNights() throws IOException {
        FileUtils.deleteDirectory(folder.resolve("history").toFile());
    }

    @AfterEach
    void mend() {
        ThrowingDisk.mend();
        Thread.interrupted();
    }

    private static Path metrics() {
        return folder.resolve("outsole.prom");
    }

    private static int night() {
        date = date.plusDays(1);
        NightNotice notice = new NightNotice(date, Optional.of(metrics()), webhook.environment());
        return new EndOfNight(notice).of(() -> {
            JudgedNight night = sweeps.night(date, run, notice);
            return night.judgement().isRegression() ? 3 : 0;
        });
    }

    private static JsonNode told(int exitCode, String status) {
        JsonNode last = webhook.last();
        assertThat(last.get("date").asText()).isEqualTo(date.toString());
        assertThat(last.get("status").asText()).isEqualTo(status);
        assertThat(last.get("exit_code").asInt()).isEqualTo(exitCode);
        assertThat(metrics()).content().contains("outsole_nightly_exit_code " + exitCode + "\n");
        return last;
    }

    private void assertFails(Thrown thrown) {
        Throwable caught = catchThrowable(ThrowingNightsIT::night);

        boolean interrupted = Thread.interrupted();
        assertThat(new Failure(caught).exitCode()).isEqualTo(thrown.exitCode());
        assertThat(interrupted).isEqualTo(thrown == Thrown.INTERRUPTION);
        assertThat(told(thrown.exitCode(), "failed").get("findings").get(0).asText())
                .contains(thrown.reason());
        assertThat(folder.resolve("history/nights/" + date + ".parquet")).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource
    void inItsReport(Thrown thrown) {
        ThrowingDisk.throwAt("report.html", thrown);

        assertFails(thrown);
    }

    @ParameterizedTest
    @EnumSource
    void inItsCommit(Thrown thrown) {
        ThrowingDisk.throwAt("." + date.plusDays(1) + ".parquet", thrown);

        assertFails(thrown);
    }

    @ParameterizedTest
    @EnumSource
    void afterItsCommit(Thrown thrown) {
        ThrowingDisk.throwAt("latest.html", thrown);

        assertThat(night()).isZero();

        assertThat(Thread.interrupted()).isEqualTo(thrown == Thrown.INTERRUPTION);
        assertThat(told(0, "too_little_history").get("warnings").get(0).asText())
                .contains("latest.html can't be brought up to date", thrown.reason());
        assertThat(folder.resolve("history/nights/" + date + ".parquet")).exists();
    }

    /** Spark's own folder of the night, which is in its file by then. */
    @ParameterizedTest
    @EnumSource(names = {"SPARK", "IO", "MEMORY"})
    void inTidyingUpAfterItsCommit(Thrown thrown) {
        ThrowingDisk.throwAt("_staging-", thrown);

        assertThat(night()).isZero();

        told(0, "too_little_history");
        assertThat(folder.resolve("history/nights/" + date + ".parquet")).exists();
    }

    /** What throws is what the JVM's client for HTTP asks for a proxy. Of an exception of input or output it tries again for a while. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IO")
    void inItsMessage(Thrown thrown) {
        int before = webhook.messages().size();
        ProxySelector usual = ProxySelector.getDefault();
        ProxySelector.setDefault(new Throwing(thrown));
        try {
            assertThat(night()).isZero();
        } finally {
            ProxySelector.setDefault(usual);
        }

        assertThat(Thread.interrupted()).isEqualTo(thrown == Thrown.INTERRUPTION);
        assertThat(webhook.messages()).hasSize(before);
        assertThat(metrics()).content().contains("outsole_nightly_exit_code 0\n");
    }

    private static final class Throwing extends ProxySelector {
        private final Thrown thrown;

        Throwing(Thrown thrown) {
            this.thrown = thrown;
        }

        @Override
        public List<Proxy> select(URI uri) {
            thrown.sneakily();
            return List.of();
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException e) {}
    }
}
