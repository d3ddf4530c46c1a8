package dev.outsole.history;

import dev.outsole.InvalidSetting;

/**
 * How strict the gate is.
 *
 * @param window nights before that a night is compared with, at most
 * @param minimumNights with fewer nothing is compared
 * @param tolerance largest difference of an AUC that counts as none, where figures should come out the same
 * @param meanSpread standard deviation of one seed's mean AUC over the pairs, when its models are trained on another way
 * @param pairSpread the same of one pair's AUC, on the scale of ln (AUC / (1 − AUC))
 * @param meanThreshold change of a mean, in standard deviations, from which on it is a finding
 * @param pairThreshold the same of a pair; higher, since there are many pairs
 * @param seedsThreshold the same of a pair with enough seeds to show its own spread
 * @param runtimeFactor how many times the median of the seconds a night may take
 * @param requireComparison whether a detector that is compared with nothing is a finding
 */
public record GateOptions(
        int window,
        int minimumNights,
        double tolerance,
        double meanSpread,
        double pairSpread,
        double meanThreshold,
        double pairThreshold,
        double seedsThreshold,
        double runtimeFactor,
        boolean requireComparison) {

    public GateOptions {
        requireAtLeastOne("window", window);
        requireAtLeastOne("minimum-nights", minimumNights);
        if (minimumNights > window) {
            throw new InvalidSetting("minimum-nights", minimumNights, "give at most the window, " + window);
        }
        requirePositive("tolerance", tolerance);
        requirePositive("mean-spread", meanSpread);
        requirePositive("pair-spread", pairSpread);
        requirePositive("mean-threshold", meanThreshold);
        requirePositive("pair-threshold", pairThreshold);
        requirePositive("seeds-threshold", seedsThreshold);
        requirePositive("runtime-factor", runtimeFactor);
    }

    private static void requireAtLeastOne(String key, int value) {
        if (value < 1) {
            throw new InvalidSetting(key, value, "give a whole number of at least 1");
        }
    }

    private static void requirePositive(String key, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new InvalidSetting(key, value, "give a number above 0");
        }
    }
}
