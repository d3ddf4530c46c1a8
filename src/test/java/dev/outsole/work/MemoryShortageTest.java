package dev.outsole.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MemoryShortageTest {

    /** What the JVM (OpenJDK 17) and JavaCPP 1.5 say of a lack of memory, and what has to be raised. */
    static Stream<Arguments> messages() {
        return Stream.of(
                Arguments.of("Java heap space", "the driver's heap", "--driver-memory"),
                Arguments.of("GC overhead limit exceeded", "the driver's heap", "--driver-memory"),
                Arguments.of("Metaspace", "memory for classes", "-XX:MaxMetaspaceSize"),
                Arguments.of("Compressed class space", "memory for classes", "-XX:MaxMetaspaceSize"),
                Arguments.of(
                        "unable to create native thread: possibly out of memory or process/resource limits reached",
                        "threads",
                        "ulimit -u"),
                Arguments.of(
                        "Cannot reserve 1048576 bytes of direct buffer memory (allocated: 1, limit: 2)",
                        "memory outside the heap",
                        "--driver-memory"),
                Arguments.of(
                        "Cannot allocate new FloatPointer(4704000): totalBytes = 400M, physicalBytes = 2G",
                        "memory outside the heap",
                        "svm.cache-mb"),
                Arguments.of("Map failed", "memory outside the heap", "--driver-memory"),
                Arguments.of("Requested array size exceeds VM limit", "longest array", "smaller images"),
                Arguments.of("Required length exceeds implementation limit", "the driver's heap", "--driver-memory"));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void saysWhichMemoryAndHowToRaiseIt(String message, String which, String mend) {
        assertThat(new Failure(new OutOfMemoryError(message)).reason())
                .startsWith("out of memory: ")
                .contains(which, "(" + message + ")", mend)
                .hasLineCount(1);
    }

    /** Locally an executor's heap is the driver's. */
    @Test
    void aTasksMemoryIsTheDriversInLocalMode() {
        Failure failure = new Failure(new SparkException("Job aborted", new OutOfMemoryError("Java heap space")));

        assertThat(failure.reason()).contains("the driver's heap", "--driver-memory");
    }

    /** As Spark 3.5 tells of an executor that has ended with 52, its code for a lack of heap. */
    @Test
    void anExecutorThatEndedByItIsKnownByItsExitCode() {
        Failure failure = new Failure(new SparkException(
                "Job aborted due to stage failure: Task 0 in stage 1.0 failed 4 times, most recent failure: Lost task 0.3 in"
                        + " stage 1.0 (TID 4) (10.0.0.2 executor 3): ExecutorLostFailure (executor 3 exited caused by one of"
                        + " the running tasks) Reason: Command exited with code 52\nDriver stacktrace:"));

        assertThat(failure.reason()).contains("an executor's heap", "spark.executor.memory");
    }

    @Test
    void otherFailuresLackNoMemory() {
        assertThat(new Failure(new IllegalStateException("out of memory")).shortage())
                .isEmpty();
    }
}
