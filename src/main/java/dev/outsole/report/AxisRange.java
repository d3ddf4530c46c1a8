package dev.outsole.report;

import java.util.DoubleSummaryStatistics;
import java.util.stream.DoubleStream;

/** The stretch of values that an axis shows. It is never empty, whatever the data: an axis needs a length. */
record AxisRange(double min, double max) {
    /** Values that differ by less than this part of their size are one value with rounding noise. */
    private static final double NOISE = 1e-6;

    AxisRange {
        if (!(Double.isFinite(min) && Double.isFinite(max) && min < max)) {
            throw new IllegalArgumentException(
                    "axis from " + min + " to " + max + ": both must be finite, the first lower");
        }
    }

    /** From the smallest to the largest value; where they are all the same, as in a collapsed embedding, some room on both sides. */
    static AxisRange covering(DoubleStream values) {
        DoubleSummaryStatistics statistics = values.summaryStatistics();
        double size = Math.max(1, Math.max(Math.abs(statistics.getMin()), Math.abs(statistics.getMax())));
        boolean collapsed = statistics.getMax() - statistics.getMin() < NOISE * size;
        double room = collapsed ? size / 2 : 0;
        return new AxisRange(statistics.getMin() - room, statistics.getMax() + room);
    }

    /** From 0 to the largest value, or to 1 where that is 0. */
    static AxisRange fromZero(DoubleStream values) {
        double max = values.max().orElse(0);
        return new AxisRange(0, max > 0 ? max : 1);
    }

    double length() {
        return max - min;
    }

    /** Decimals that ticks at round numbers (1, 2 or 5 times a power of ten) need, where there are about five of them. */
    int decimals() {
        double step = length() / 5;
        // A step of more than 7.5 is rounded up to 10.
        return Math.max(0, (int) -Math.floor(Math.log10(step / 0.75)));
    }
}
