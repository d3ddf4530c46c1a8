package dev.outsole.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.outsole.UserError;
import dev.outsole.history.JudgedNight;
import dev.outsole.history.Judgement;
import dev.outsole.history.Nights;
import dev.outsole.notice.NightNotice;
import dev.outsole.notice.Receiver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.SparkException;
import org.apache.spark.sql.AnalysisException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import scala.collection.immutable.Map.Map1;

class EndOfNightTest {
    private static final LocalDate DATE = LocalDate.of(2026, 11, 1);

    @TempDir
    Path folder;

    private Receiver webhook;
    private NightNotice notice;
    private EndOfNight end;

    @BeforeEach
    void listen() throws IOException {
        webhook = new Receiver();
        notice = new NightNotice(DATE, Optional.of(metrics()), webhook.environment());
        end = new EndOfNight(notice);
    }

    @AfterEach
    void stop() {
        webhook.close();
    }

    private Path metrics() {
        return folder.resolve("outsole.prom");
    }

    private void assertTold(String status, int exitCode) {
        // The same is sent again where an answer comes late.
        assertThat(webhook.messages()).isNotEmpty().allMatch(webhook.last()::equals);
        assertThat(webhook.last().get("status").asText()).isEqualTo(status);
        assertThat(webhook.last().get("date").asText()).isEqualTo(DATE.toString());
        assertThat(webhook.last().get("exit_code").asInt()).isEqualTo(exitCode);
        assertThat(metrics()).content().contains("outsole_nightly_exit_code " + exitCode + "\n");
    }

    private void add() {
        notice.added(
                new JudgedNight(
                        Nights.of(Nights.night(0), "pixels", false, "r", new double[][] {{0.5}})
                                .night(),
                        new Judgement(Judgement.Status.PASSED, List.of(), 14, List.of())),
                "file:/runs/r/report.html");
    }

    /** Of every sort; Scala's are thrown undeclared. */
    static Stream<Arguments> whatMayBeThrown() {
        return Stream.of(
                Arguments.of(
                        new AnalysisException("TABLE_OR_VIEW_NOT_FOUND", new Map1<>("relationName", "`shoes`")),
                        1,
                        "shoes"),
                Arguments.of(new SparkException("Job aborted"), 1, "Job aborted"),
                Arguments.of(new IOException("disk full"), 1, "disk full"),
                Arguments.of(new UncheckedIOException(new IOException("disk full")), 1, "disk full"),
                Arguments.of(new IllegalStateException("a bug"), 1, "a bug"),
                Arguments.of(new OutOfMemoryError("Java heap space"), 1, "out of memory"),
                Arguments.of(new StackOverflowError(), 1, "StackOverflowError"),
                Arguments.of(new NoClassDefFoundError("a/B"), 1, "a/B"),
                Arguments.of(new ExceptionInInitializerError("a/B"), 1, "a/B"),
                Arguments.of(new InterruptedException("told to stop"), 1, "told to stop"),
                Arguments.of(new UserError("give another"), 2, "give another"),
                Arguments.of(new SparkException("Job aborted", new UserError("give another")), 2, "give another"));
    }

    @ParameterizedTest
    @MethodSource("whatMayBeThrown")
    void whateverIsThrownIsTold(Throwable thrown, int exitCode, String reason) {
        Throwable caught = catchThrowable(() -> end.of(() -> {
            throw thrown;
        }));

        assertThat(caught).isSameAs(thrown);
        assertThat(Thread.interrupted()).isEqualTo(thrown instanceof InterruptedException);
        assertTold("failed", exitCode);
        assertThat(webhook.last().get("findings").get(0).asText()).contains(reason);
    }

    @Test
    void aNightThatEndsWellIsToldWithItsWarnings() {
        int exitCode = end.of(() -> {
            add();
            notice.warn("latest.html can't be brought up to date");
            return 0;
        });

        assertThat(exitCode).isZero();
        assertTold("passed", 0);
        assertThat(webhook.last().get("warnings").get(0).asText()).startsWith("latest.html can't");
        assertThat(webhook.last().get("text").asText()).contains("passed\nwarning: latest.html");
        assertThat(metrics()).content().contains("outsole_nightly_warnings 1\n");
    }

    /** A folder that has gone since the start, and a webhook that has. */
    @Test
    void placesThatCannotBeToldMakeNoFailure() throws IOException {
        Path gone = Files.createDirectory(folder.resolve("gone"));
        notice = new NightNotice(DATE, Optional.of(gone.resolve("outsole.prom")), webhook.environment());
        int exitCode = new EndOfNight(notice).of(() -> {
            add();
            Files.delete(gone);
            return 3;
        });

        assertThat(exitCode).isEqualTo(3);
        assertThat(webhook.last().get("warnings").get(0).asText()).contains("metrics can't be written");
    }

    /** Spark's own hook stops its context, by which the night's thread fails as well; the signal is what is told. */
    @Test
    void aSignalIsToldOnceWithItsOwnExitCode() {
        Throwable caught = catchThrowable(() -> end.of(() -> {
            notice.begun("20261124T020000Z-sweep");
            end.signalled("TERM");
            end.endedFromOutside();
            throw new SparkException("Job was cancelled because SparkContext was shut down");
        }));

        assertThat(caught).isInstanceOf(SparkException.class);
        assertTold("failed", 143);
        assertThat(webhook.last().get("run").asText()).isEqualTo("20261124T020000Z-sweep");
        assertThat(webhook.last().get("findings").get(0).asText()).isEqualTo("ended by SIGTERM");
    }

    @Test
    void aSignalAfterTheNightWasAddedIsAWarning() {
        end.of(() -> {
            add();
            end.signalled("INT");
            end.endedFromOutside();
            return 0;
        });

        assertTold("passed", 130);
        assertThat(webhook.last().get("warnings").get(0).asText()).isEqualTo("ended by SIGINT");
    }

    /** Another thread has died of something that ends the program. */
    @Test
    void anEndWithoutASignalIsAFailure() {
        end.endedFromOutside();

        assertTold("failed", 1);
    }

    @Test
    void aPlaceThatIsNoGoodIsToldToTheOther() {
        notice = new NightNotice(DATE, Optional.of(folder.resolve("none/outsole.prom")), webhook.environment());
        assertThat(catchThrowable(() -> new EndOfNight(notice).of(() -> {
                    notice.open("");
                    return 0;
                })))
                .isInstanceOf(UserError.class);
        assertThat(webhook.last().get("exit_code").asInt()).isEqualTo(2);

        notice = new NightNotice(DATE, Optional.of(metrics()), Map.of("OUTSOLE_NOTIFY_URL", "no address"));
        assertThat(catchThrowable(() -> new EndOfNight(notice).of(() -> {
                    notice.open("");
                    return 0;
                })))
                .isInstanceOf(UserError.class);
        assertThat(metrics()).content().contains("outsole_nightly_exit_code 2\n");
    }
}
