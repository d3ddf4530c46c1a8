package dev.outsole.neighbour;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The distance that a normal image of a given complexity c has from its neighbours: ln d = intercept + slope · ln(1 + c), by least squares.
 * What is left of ln d is how abnormal an image is <i>for one as complex</i>: plain images are near to everything, whatever they show
 * (for likelihoods, Serrà et al. 2020, Input complexity and out-of-distribution detection).
 */
public record ExpectedDistance(double intercept, double slope) implements Serializable {
    /** A row equal to k training rows is as normal as can be, not infinitely so. */
    private static final double SHORTEST = 1e-6;

    /**
     * The least-squares line; level, at the mean of ln d, where all complexities are equal.
     *
     * @param complexities one for each distance, none below 0
     */
    static ExpectedDistance fit(double[] logDistances, double[] complexities) {
        double meanDistance = mean(logDistances);
        double[] logs = new double[complexities.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.log1p(complexities[i]);
        }
        double meanLog = mean(logs);
        double together = 0;
        double square = 0;
        for (int i = 0; i < logs.length; i++) {
            together += (logs[i] - meanLog) * (logDistances[i] - meanDistance);
            square += (logs[i] - meanLog) * (logs[i] - meanLog);
        }
        double slope = square > 0 ? together / square : 0;
        return new ExpectedDistance(meanDistance - slope * meanLog, slope);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** ln d of an image of this complexity. */
    double log(double complexity) {
        return intercept + slope * Math.log1p(complexity);
    }

    /** Whether complexities make a difference. */
    public boolean needsComplexity() {
        return slope != 0;
    }

    /**
     * ln of the expected distance, less ln of the mean distance of each row; higher = more normal.
     *
     * @param distances of each row to its neighbours, {@code [n × k]}
     * @param complexities one for each row, none below 0; or empty, as if all were equally complex
     */
    public double[] decisionValues(double[][] distances, double[] complexities) {
        double[] values = logMeans(distances);
        for (int i = 0; i < values.length; i++) {
            values[i] = log(complexities.length == 0 ? 0 : complexities[i]) - values[i];
        }
        return values;
    }

    /** ln of each row's mean distance. */
    static double[] logMeans(double[][] distances) {
        return Arrays.stream(distances).mapToDouble(ExpectedDistance::logMean).toArray();
    }

    private static double logMean(double[] distances) {
        return Math.log(Math.max(SHORTEST, Arrays.stream(distances).average().orElseThrow()));
    }

    ExpectedDistance raised(double by) {
        return new ExpectedDistance(intercept + by, slope);
    }
}
