package dev.outsole.spark;

import dev.outsole.work.Attempt;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * What one unit of work, such as a model, has sent to the executors or has them keep: all of it is given back when the unit ends, also when it
 * fails, and whether or not anybody still holds the model. It belongs to the thread that opened it. Without one, Spark's cleaner takes things back
 * some time after the garbage collector has found them.
 */
public final class ClusterMemory implements AutoCloseable {
    private static final ThreadLocal<@Nullable ClusterMemory> OF_THIS_THREAD = new ThreadLocal<>();

    private final @Nullable ClusterMemory outer = OF_THIS_THREAD.get();
    private final Deque<Attempt.Action> releases = new ArrayDeque<>();

    private ClusterMemory() {}

    /** Of what this thread does until it is closed. */
    public static ClusterMemory open() {
        ClusterMemory opened = new ClusterMemory();
        OF_THIS_THREAD.set(opened);
        return opened;
    }

    /** Does the work, and gives back at its end what it has sent or had kept. */
    public static <T> T during(Attempt.Work<T> work) {
        ClusterMemory opened = open();
        return Attempt.of(work).andFinally(opened::close).orThrow();
    }

    /** Does something when the unit of work ends that this thread is at; never, if it is at none. */
    static void atEnd(Attempt.Action release) {
        ClusterMemory open = OF_THIS_THREAD.get();
        if (open != null) {
            open.releases.push(release);
        }
    }

    /** Has the executors keep the rows until the end. */
    public Dataset<Row> cache(Dataset<Row> rows) {
        Dataset<Row> cached = rows.cache();
        releases.push(cached::unpersist);
        return cached;
    }

    /** Gives all of it back, what came last first; one that can't be is no reason to keep the others. */
    @Override
    public void close() {
        OF_THIS_THREAD.set(outer);
        Attempt<Boolean> closed = Attempt.run(() -> {});
        while (!releases.isEmpty()) {
            closed = closed.andFinally(releases.pop());
        }
        closed.orThrow();
    }
}
