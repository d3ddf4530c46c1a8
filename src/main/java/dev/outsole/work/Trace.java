package dev.outsole.work;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Stack traces that tell how a thread came to what it threw. Spark throws on one thread what it has met on another, such as a path that isn't
 * there: its stack trace leads to Spark's own thread, and nobody would know what of Outsole's wanted that path.
 */
final class Trace {
    private static final Set<String> NOT_CALLERS = Set.of(Trace.class.getName(), Attempt.class.getName());

    private Trace() {}

    /** Adds this thread's own frames, unless they are there. Where memory or stack have run out there is no room for that. */
    static void complete(Throwable thrown) {
        if (thrown instanceof VirtualMachineError) {
            return;
        }
        StackTraceElement[] here = Thread.currentThread().getStackTrace();
        StackTraceElement[] callers = Arrays.stream(here)
                .skip(1) // Thread.getStackTrace itself
                .dropWhile(frame -> NOT_CALLERS.contains(frame.getClassName()))
                .toArray(StackTraceElement[]::new);
        StackTraceElement[] trace = thrown.getStackTrace();
        if (!endsWith(trace, callers)) {
            thrown.setStackTrace(
                    Stream.concat(Arrays.stream(trace), Arrays.stream(callers)).toArray(StackTraceElement[]::new));
        }
    }

    private static boolean endsWith(StackTraceElement[] trace, StackTraceElement[] end) {
        int from = trace.length - end.length;
        return from >= 0 && Arrays.equals(trace, from, trace.length, end, 0, end.length);
    }
}
