package dev.outsole.history;

import java.util.Arrays;

/** Centre and spread of few values, some of which may be wild. */
final class RobustStatistics {
    /** Makes the MAD of a normal distribution its standard deviation: 1 / Φ⁻¹(3/4). */
    private static final double NORMAL = 1.4826022185056018;

    private RobustStatistics() {}

    /** Of an even number of values, the mean of the middle two; at least one. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** The median distance from the median, scaled to estimate a normal distribution's standard deviation. */
    static double deviation(double[] values) {
        double median = median(values);
        return NORMAL
                * median(Arrays.stream(values)
                        .map(value -> Math.abs(value - median))
                        .toArray());
    }
}
