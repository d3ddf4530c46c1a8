package dev.outsole.neighbour;

import java.io.Serializable;

/**
 * The distance that a normal image of a given complexity c has from its neighbours: ln d = intercept + slope · ln(1 + c), by least squares.
 * What is left of ln d is how abnormal an image is <i>for one as complex</i>: plain images are near to everything, whatever they show
 * (for likelihoods, Serrà et al. 2020, Input complexity and out-of-distribution detection).
 */
public record ExpectedDistance(double intercept, double slope) implements Serializable {

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

    ExpectedDistance lowered(double by) {
        return new ExpectedDistance(intercept - by, slope);
    }
}
