package dev.outsole.spark;

import dev.outsole.work.Attempt;
import java.io.Closeable;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.util.ShutdownHookManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes something when the JVM is told to end, after Spark has stopped and before Hadoop closes its file systems. Closed itself, it
 * does so no longer.
 */
final class AtExit implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(AtExit.class);

    /** Outputs are removed before the right to write them is given back. */
    enum Step {
        LEASES(1),
        OUTPUTS(2);

        private final int priority;

        Step(int priority) {
            this.priority = FileSystem.SHUTDOWN_HOOK_PRIORITY + priority;
        }
    }

    private final Runnable hook;

    AtExit(Step step, Closeable closed) {
        hook = () -> close(closed);
        ShutdownHookManager.get().addShutdownHook(hook, step.priority);
    }

    private static void close(Closeable closed) {
        if (Attempt.run(closed::close) instanceof Attempt.Failed<Boolean> failed) {
            LOG.warn(
                    "not tidied up at the program's end, the next run will: {}",
                    failed.failure().reason());
        }
    }

    @Override
    public void close() {
        if (!ShutdownHookManager.get().isShutdownInProgress()) {
            ShutdownHookManager.get().removeShutdownHook(hook);
        }
    }
}
