package dev.outsole.sweep;

import java.util.Arrays;

/** What a detector catches if it may raise a false alarm now and then. */
public final class CatchRate {

    private CatchRate() {}

    /**
     * The share of abnormal images that are caught, at the highest threshold that raises a false alarm for at most this share of the
     * normal ones. An image raises an alarm if its decision value is below the threshold; the thresholds are the normal images' own values,
     * without interpolation.
     *
     * @param normal decision values of normal images, higher is more normal; at least one
     * @param falseAlarmRate in [0, 1)
     * @return in [0, 1], higher is better
     */
    public static double at(double falseAlarmRate, double[] normal, double[] abnormal) {
        double[] sorted = normal.clone();
        Arrays.sort(sorted);
        double threshold = sorted[(int) Math.floor(falseAlarmRate * sorted.length)];
        return Arrays.stream(abnormal).filter(value -> value < threshold).count() / (double) abnormal.length;
    }
}
