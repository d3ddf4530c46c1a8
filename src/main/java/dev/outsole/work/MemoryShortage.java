package dev.outsole.work;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A memory that was too small.
 *
 * @param where whose: the driver's, which is all there is in local mode, or an executor's
 * @param what the JVM, or whoever else, has said of it
 */
public record MemoryShortage(Kind kind, Where where, String what) {

    /** Which memory of a process. */
    public enum Kind {
        HEAP,
        NATIVE,
        METASPACE,
        THREADS,
        ARRAY
    }

    /** Whose memory. */
    public enum Where {
        DRIVER,
        EXECUTOR
    }

    /** What a cluster says of an executor that has ended itself for want of heap, or that was ended for taking too much. */
    private static final Pattern LOST =
            Pattern.compile("[Ee]xit(?:ed with)? (?:code|status):? (?:52|137)|with code 52");

    /** From what was thrown on to its first cause; absent if no memory was short. */
    static Optional<MemoryShortage> among(List<Throwable> chain) {
        boolean inTask = false;
        for (Throwable thrown : chain) {
            String message = String.valueOf(thrown.getMessage());
            boolean spark = thrown.getClass().getName().startsWith("org.apache.spark.SparkException");
            if (thrown instanceof OutOfMemoryError) {
                return Optional.of(new MemoryShortage(kind(message), where(inTask), message));
            }
            if (spark
                    && message.contains("ExecutorLostFailure")
                    && LOST.matcher(message).find()) {
                return Optional.of(new MemoryShortage(Kind.HEAP, Where.EXECUTOR, "an executor has ended by it"));
            }
            inTask |= spark;
        }
        return Optional.empty();
    }

    private static Where where(boolean inTask) {
        return inTask && !isLocal() ? Where.EXECUTOR : Where.DRIVER;
    }

    /** In local mode tasks run in the driver's process. */
    private static boolean isLocal() {
        return System.getProperty("spark.master", "local").startsWith("local");
    }

    private static Kind kind(String message) {
        String text = message.toLowerCase(Locale.ROOT);
        if (text.contains("native thread")) {
            return Kind.THREADS;
        }
        if (text.contains("metaspace") || text.contains("class space")) {
            return Kind.METASPACE;
        }
        if (text.contains("array size") || text.contains("array length")) {
            return Kind.ARRAY;
        }
        boolean outside = text.contains("direct buffer")
                || text.contains("physical memory")
                || text.contains("pointer")
                || text.contains("map failed");
        return outside ? Kind.NATIVE : Kind.HEAP;
    }

    /** One line: which memory, and how to raise it. */
    public String line() {
        return "out of memory: " + name() + " (" + what.replaceAll("\\s*\\R\\s*", " ") + "): " + mend();
    }

    private String name() {
        String owner = where == Where.DRIVER ? "the driver's " : "an executor's ";
        return switch (kind) {
            case HEAP -> owner + "heap" + (where == Where.DRIVER ? ", " + heapMebibytes() + " MiB" : "");
            case NATIVE -> owner + "memory outside the heap";
            case METASPACE -> owner + "memory for classes";
            case THREADS -> owner + "threads";
            case ARRAY -> owner + "longest array";
        };
    }

    private static long heapMebibytes() {
        return Runtime.getRuntime().maxMemory() >> 20;
    }

    private String mend() {
        boolean driver = where == Where.DRIVER;
        return switch (kind) {
            case HEAP ->
                driver
                        ? "give more with -- --driver-memory 4g (spark.driver.memory)"
                        : "give more with -- --executor-memory 2g (spark.executor.memory)";
            case NATIVE ->
                driver
                        ? "give more with -- --driver-memory 4g, which bounds it too, or lower outsole.svm.cache-mb"
                        : "give more with -Dorg.bytedeco.javacpp.maxbytes in spark.executor.extraJavaOptions, and as much more"
                                + " spark.executor.memoryOverhead";
            case METASPACE -> "raise -XX:MaxMetaspaceSize, or leave it out of " + options(driver);
            case THREADS ->
                "raise the limit of processes (ulimit -u, or the container's), or lower outsole.sweep.concurrency";
            case ARRAY -> "more memory doesn't help: give smaller images, or fewer at a time";
        };
    }

    private static String options(boolean driver) {
        return driver ? "spark.driver.extraJavaOptions" : "spark.executor.extraJavaOptions";
    }
}
