package dev.outsole.result;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Measures named phases one after the other. */
public final class Stopwatch {
    private final Map<String, Double> seconds = new LinkedHashMap<>();

    /** Does the work and notes how long it took. */
    public <T> T time(String phase, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        add(phase, System.nanoTime() - start);
        return result;
    }

    /** Notes what was measured otherwise. */
    public void add(String phase, long nanoseconds) {
        seconds.merge(phase, nanoseconds / 1e9, Double::sum);
    }

    /** Wall time in seconds by phase, in the order of the first use. */
    public Map<String, Double> seconds() {
        return new LinkedHashMap<>(seconds);
    }
}
