package dev.outsole.spark;

import dev.outsole.work.Attempt;
import dev.outsole.work.Failure;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.hadoop.util.ShutdownHookManager;

/**
 * Sees to the exit code where somebody else ends the program by {@link System#exit}: Spark, which has codes of its own (such as 52 and 53), or a
 * library. Whatever the code says, the work was not over: the program has failed. A signal ends it in another way, with its own code.
 */
public final class ForeignExit {
    /** After all other hooks of Hadoop's, by which Spark and Outsole tidy up. */
    private static final int LAST = 0;

    private static final int MOST_MILLISECONDS = 15_000;

    private static final List<Thread> AWAITED = new CopyOnWriteArrayList<>();
    private static boolean watched;
    private static volatile boolean decided;

    private ForeignExit() {}

    /** From now on until the program's own exit code is known. */
    static synchronized void watch() {
        if (!watched) {
            ShutdownHookManager.get().addShutdownHook(ForeignExit::judge, LAST);
            watched = true;
        }
    }

    /** The program's own exit code is known. */
    public static void decided() {
        decided = true;
    }

    /** A hook of the JVM's that has to be done before the program ends. */
    public static void await(Thread hook) {
        AWAITED.add(hook);
    }

    /** Whether it is a signal that is ending the program just now. */
    public static boolean isSignal() {
        return isSignal(Thread.getAllStackTraces());
    }

    private static boolean isSignal(Map<Thread, StackTraceElement[]> threads) {
        return threads.values().stream().anyMatch(stack -> isIn(stack, "java.lang.Terminator", "handle"));
    }

    private static void judge() {
        Map<Thread, StackTraceElement[]> threads = Thread.getAllStackTraces();
        if (decided || isSignal(threads)) {
            return;
        }
        threads.entrySet().stream()
                .filter(thread -> isIn(thread.getValue(), "java.lang.Runtime", "exit"))
                .findFirst()
                .ifPresent(ForeignExit::fail);
    }

    /** The JVM's own handler of signals is a class within the first. */
    private static boolean isIn(StackTraceElement[] stack, String owner, String method) {
        return Arrays.stream(stack)
                .anyMatch(frame -> frame.getClassName().startsWith(owner)
                        && frame.getMethodName().equals(method));
    }

    private static void fail(Map.Entry<Thread, StackTraceElement[]> thread) {
        StringBuilder text = new StringBuilder("outsole: thread ")
                .append(thread.getKey().getName())
                .append(" has ended the program before its work was over:");
        for (StackTraceElement frame : thread.getValue()) {
            text.append("\n\tat ").append(frame);
        }
        System.err.println(text);
        AWAITED.forEach(hook -> Attempt.run(() -> hook.join(MOST_MILLISECONDS)));
        Runtime.getRuntime().halt(Failure.FAILED);
    }
}
