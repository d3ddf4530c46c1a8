package dev.outsole.spark;

import dev.outsole.work.Attempt;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/** Values that are sent to the executors for as long as some work lasts. */
public final class Sent {

    private Sent() {}

    /** Work with a value that executors have. */
    @FunctionalInterface
    public interface Work<V, R> {
        R with(Broadcast<V> value);
    }

    /** Sends a value, works with it, and takes it back. Whatever the work throws is thrown, also where the value can't be taken back. */
    public static <V, R> R during(JavaSparkContext spark, V value, Work<V, R> work) {
        Broadcast<V> sent = spark.broadcast(value);
        return Attempt.of(() -> work.with(sent)).andFinally(sent::destroy).orThrow();
    }
}
