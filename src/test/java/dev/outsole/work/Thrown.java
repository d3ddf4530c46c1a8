package dev.outsole.work;

import dev.outsole.UserError;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.SparkException;
import org.apache.spark.sql.AnalysisException;
import scala.collection.immutable.Map.Map1;
import scala.runtime.NonLocalReturnControl;

/** Every sort of thing that code may throw, declared or not, and what users are told of it. */
public enum Thrown {
    /** Checked, though Scala declares it nowhere. */
    SPARK(() -> new SparkException("results too big"), "results too big", 1),
    ANALYSIS(() -> new AnalysisException("TABLE_OR_VIEW_NOT_FOUND", new Map1<>("relationName", "`shoes`")), "shoes", 1),
    IO(() -> new IOException("disk full"), "java.io.IOException: disk full", 1),
    UNCHECKED(() -> new IllegalStateException("boom"), "java.lang.IllegalStateException: boom", 1),
    MISTAKE(() -> new UserError("give another"), "give another", 2),
    MEMORY(() -> new OutOfMemoryError("Java heap space"), "out of memory: the driver's heap", 1),
    STACK(StackOverflowError::new, "java.lang.StackOverflowError", 1),
    CLASS(() -> new NoClassDefFoundError("a/B"), "java.lang.NoClassDefFoundError: a/B", 1),
    ASSERTION(() -> new AssertionError("never"), "java.lang.AssertionError: never", 1),
    THREAD_DEATH(ThreadDeath::new, "java.lang.ThreadDeath", 1),
    /** Scala's way out of a closure. */
    CONTROL(() -> new NonLocalReturnControl<>("key", "value"), "scala.runtime.NonLocalReturnControl", 1),
    NEITHER(() -> new Throwable("neither error nor exception"), "neither error nor exception", 1),
    INTERRUPTION(() -> new InterruptedException("told to stop"), "java.lang.InterruptedException: told to stop", 1);

    private final Supplier<Throwable> made;
    private final String reason;
    private final int exitCode;

    Thrown(Supplier<Throwable> made, String reason, int exitCode) {
        this.made = made;
        this.reason = reason;
        this.exitCode = exitCode;
    }

    /** All that one model may throw without the others being stopped. */
    public static List<Thrown> ofOneModel() {
        return Arrays.stream(values()).filter(thrown -> thrown != INTERRUPTION).toList();
    }

    /** That of a number, from 1 on. */
    public static Thrown number(long number) {
        return values()[Math.toIntExact(number) - 1];
    }

    /** Its number. */
    public long number() {
        return ordinal() + 1L;
    }

    /** A new one. */
    public Throwable make() {
        return made.get();
    }

    /** Throws a new one as it is, undeclared. */
    public void sneakily() {
        throw Sneaky.thrown(make());
    }

    /** What has to be a part of the line that tells of it. */
    public String reason() {
        return reason;
    }

    /** Of a process that ends by it. */
    public int exitCode() {
        return exitCode;
    }
}
