package dev.outsole.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.outsole.UserError;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.stream.Stream;
import org.apache.spark.SparkException;
import org.apache.spark.sql.AnalysisException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import scala.collection.immutable.Map.Map1;

class AttemptTest {

    /** Each sort there is, what {@code failed} says of it, and the exit code of a process that ends by it. */
    static Stream<Arguments> whatMayBeThrown() {
        return Stream.of(
                Arguments.of(new IllegalStateException("boom"), "java.lang.IllegalStateException: boom", 1),
                Arguments.of(new UserError("give\n  another"), "give another", 2),
                Arguments.of(new IOException("disk full"), "java.io.IOException: disk full", 1),
                Arguments.of(
                        new UncheckedIOException(new IOException("disk full")), "java.io.IOException: disk full", 1),
                Arguments.of(
                        new IOException("model.json is cut", new EOFException()),
                        "java.io.IOException: model.json is cut (java.io.EOFException)",
                        1),
                Arguments.of(new NullPointerException(), "java.lang.NullPointerException", 1),
                Arguments.of(
                        new SparkException(
                                "Job aborted: task 3 failed\n\nDriver stacktrace:\n\tat a.B.c(B.java:1)", null),
                        "org.apache.spark.SparkException: Job aborted: task 3 failed",
                        1),
                Arguments.of(
                        new SparkException("Job aborted", new UserError("row 3 is not finite")),
                        "row 3 is not finite",
                        2),
                Arguments.of(noTable(), "The table or view `shoes` cannot be found", 1),
                Arguments.of(new StackOverflowError(), "java.lang.StackOverflowError", 1),
                Arguments.of(new NoClassDefFoundError("a/B"), "java.lang.NoClassDefFoundError: a/B", 1),
                Arguments.of(new AssertionError("never"), "java.lang.AssertionError: never", 1));
    }

    /** Checked, though Scala declares it nowhere. */
    private static Exception noTable() {
        return new AnalysisException("TABLE_OR_VIEW_NOT_FOUND", new Map1<>("relationName", "`shoes`"));
    }

    @ParameterizedTest
    @MethodSource("whatMayBeThrown")
    void whateverIsThrownIsAFailureWithItsReasonInOneLine(Throwable thrown, String reason, int exitCode) {
        Attempt<String> attempt = Attempt.of(() -> {
            throw thrown;
        });

        assertThat(attempt).isInstanceOfSatisfying(Attempt.Failed.class, failed -> {
            assertThat(failed.failure().reason()).contains(reason).hasLineCount(1);
            assertThat(failed.failure().exitCode()).isEqualTo(exitCode);
            assertThat(failed.failure().isInterruption()).isFalse();
        });
        assertThat(catchThrowable(attempt::orThrow)).isSameAs(thrown);
    }

    static Stream<Exception> interruptions() {
        return Stream.of(
                new InterruptedException(),
                new ClosedByInterruptException(),
                new UncheckedIOException(new ClosedByInterruptException()));
    }

    @ParameterizedTest
    @MethodSource("interruptions")
    void aThreadThatWasInterruptedStaysSo(Exception thrown) {
        Attempt<Boolean> attempt = Attempt.run(() -> {
            throw thrown;
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(attempt)
                .isInstanceOfSatisfying(
                        Attempt.Failed.class,
                        failed -> assertThat(failed.failure().isInterruption()).isTrue());
    }

    @Test
    void whatFailsLastDoesNotHideTheFirstFailure() {
        IOException first = new IOException("first");
        IOException last = new IOException("last");

        Attempt<Boolean> both = Attempt.run(() -> {
                    throw first;
                })
                .andFinally(() -> {
                    throw last;
                });
        Attempt<String> lastAlone = Attempt.of(() -> "done").andFinally(() -> {
            throw last;
        });

        assertThat(catchThrowable(both::orThrow)).isSameAs(first).hasSuppressedException(last);
        assertThat(catchThrowable(lastAlone::orThrow)).isSameAs(last);
        assertThat(Attempt.of(() -> "done").andFinally(() -> {}).orThrow()).isEqualTo("done");
    }

    @Test
    void aCircleOfCausesEnds() {
        IllegalStateException one = new IllegalStateException("one");
        IllegalStateException two = new IllegalStateException("two", one);
        one.initCause(two);

        assertThat(new Failure(one).reason()).isEqualTo("java.lang.IllegalStateException: two");
    }
}
