package dev.outsole.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.UserError;
import dev.outsole.work.Failure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;

/** What a user reads of whatever a command throws, and the exit code. */
class FailuresTest {

    static Stream<Arguments> whatACommandMayThrow() {
        return Stream.of(
                Arguments.of(new UserError("no such folder"), 2, true, "outsole sweep: no such folder"),
                Arguments.of(
                        new SparkException("Job aborted", new UserError("row 3 is null")),
                        2,
                        true,
                        "outsole sweep: row 3 is null"),
                Arguments.of(
                        new OutOfMemoryError("Java heap space"),
                        1,
                        true,
                        "outsole sweep: out of memory: the driver's heap"),
                Arguments.of(
                        new SparkException("Job aborted", new OutOfMemoryError("Java heap space")),
                        1,
                        true,
                        "outsole sweep: out of memory: the driver's heap"),
                Arguments.of(new SparkException("results too big"), 1, false, "SparkException: results too big"),
                Arguments.of(new IOException("disk full"), 1, false, "java.io.IOException: disk full"),
                Arguments.of(new IllegalStateException("boom"), 1, false, "java.lang.IllegalStateException: boom"),
                Arguments.of(new StackOverflowError(), 1, false, "java.lang.StackOverflowError"),
                Arguments.of(new NoClassDefFoundError("a/B"), 1, false, "java.lang.NoClassDefFoundError: a/B"),
                Arguments.of(new InterruptedException("stop"), 1, false, "java.lang.InterruptedException: stop"));
    }

    @ParameterizedTest
    @MethodSource("whatACommandMayThrow")
    void isOneLineWhereThatSaysAllAndElseTheStackTrace(Throwable thrown, int exitCode, boolean oneLine, String text) {
        StringWriter err = new StringWriter();
        CommandLine command = new CommandLine(new Main()).setErr(new PrintWriter(err, true));
        CommandLine.ParseResult parsed = command.parseArgs("sweep");

        assertThat(Failures.failed(new Failure(thrown), parsed)).isEqualTo(exitCode);
        assertThat(err.toString()).contains(text);
        assertThat(err.toString().lines().count() == 1).isEqualTo(oneLine);
    }

    @Test
    void whatPicocliHasWrappedIsSeen() {
        CommandLine command = new CommandLine(new Main());
        OutOfMemoryError error = new OutOfMemoryError("Metaspace");

        assertThat(Failures.unwrapped(new Failure(new ExecutionException(command, "while running", error)))
                        .thrown())
                .isSameAs(error);
    }

    /** A thread of Spark's that dies of an error leaves others waiting for it; an exception in a helper's thread need not. */
    @Test
    void anErrorThatNobodyCaughtEndsTheProcess() {
        assertThat(uncaught(new OutOfMemoryError("unable to create native thread")))
                .isEqualTo("true outsole: out of memory: the driver's threads");
        assertThat(uncaught(new NoClassDefFoundError("a/B"))).startsWith("true outsole: thread");
        assertThat(uncaught(new IllegalStateException("boom"))).startsWith("false outsole: thread");
    }

    private static String uncaught(Throwable thrown) {
        StringWriter err = new StringWriter();
        boolean ends = Failures.uncaught(Thread.currentThread(), new Failure(thrown), new PrintWriter(err));
        return ends + " " + err.toString().replaceFirst("(?s) \\(unable.*", "");
    }
}
