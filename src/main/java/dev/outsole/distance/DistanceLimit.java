package dev.outsole.distance;

import dev.outsole.UserError;
import java.io.Serializable;
import java.util.Arrays;

/**
 * The distance beyond which a row is abnormal. The decision value of distance d is ln limit − ln d: <b>higher is more normal</b>; 0.1 is 10 %
 * nearer than the limit, and at or below 0 a row is abnormal. Rows are ranked as by d alone.
 *
 * @param log natural logarithm of the limit
 */
public record DistanceLimit(double log) implements Serializable {
    /** Share of the training rows outside, unless said otherwise. */
    public static final double DEFAULT_CONTAMINATION = 0.05;
    /** A row without any distance is as normal as can be, not infinitely so. */
    private static final double SHORTEST = 1e-12;

    public DistanceLimit {
        if (!Double.isFinite(log)) {
            throw new IllegalArgumentException("a limit must be finite: ln limit = " + log);
        }
    }

    /**
     * The limit that a share of distances exceeds: ⌊contamination · n⌋ of them, more only where some are equal. It is half-way to the next
     * distance, so that the last bit of none decides; without a share it is the greatest.
     *
     * @param distances of rows that are taken for normal, each at least 0
     * @param contamination that share, in [0, 1)
     * @throws UserError if there is no distance, or one that isn't finite
     */
    public static DistanceLimit of(double[] distances, double contamination) {
        return ofLogs(Arrays.stream(distances).map(DistanceLimit::log).toArray(), contamination);
    }

    /** The same, given the logarithms of distances; or of how many times as large they are as expected. */
    public static DistanceLimit ofLogs(double[] logs, double contamination) {
        if (logs.length == 0) {
            throw new UserError("there are no training rows: a limit is set by their distances");
        }
        if (!(contamination >= 0 && contamination < 1)) {
            throw new IllegalArgumentException("contamination = " + contamination);
        }
        double[] sorted = Arrays.stream(logs).sorted().toArray();
        double largest = sorted[sorted.length - 1];
        if (!Double.isFinite(largest)) {
            throw new UserError("a training row has a distance of " + Math.exp(largest)
                    + ": its features are too large or not finite");
        }
        int inside = sorted.length - Math.min((int) (contamination * sorted.length), sorted.length - 1);
        return new DistanceLimit(
                inside == sorted.length ? Math.nextUp(largest) : (sorted[inside - 1] + sorted[inside]) / 2);
    }

    /** The decision value of a row at this distance. */
    public double decisionValue(double distance) {
        return log - log(distance);
    }

    private static double log(double distance) {
        return Math.log(Math.max(SHORTEST, distance));
    }
}
