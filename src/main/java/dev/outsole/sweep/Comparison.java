package dev.outsole.sweep;

import java.util.List;

/**
 * Two detectors on one pair of classes, over all seeds.
 *
 * @param difference mean over seeds of the first detector's AUC less the second's
 * @param pValues DeLong's test, one for each seed
 */
public record Comparison(
        String first,
        String second,
        String normal,
        String abnormal,
        double difference,
        List<Double> pValues,
        Verdict verdict) {
    /** The detector that all others are compared with. */
    public static final String REFERENCE = "pixels";

    private static final double SIGNIFICANCE = 0.05;

    /** Which detector is better. */
    public enum Verdict {
        FIRST,
        SECOND,
        /** Not the same one in every seed, or not significantly so. */
        UNDECIDED
    }

    /** How many of some comparisons came out so. */
    public static long count(List<Comparison> comparisons, Verdict verdict) {
        return comparisons.stream()
                .filter(comparison -> comparison.verdict() == verdict)
                .count();
    }

    public Comparison {
        pValues = List.copyOf(pValues);
    }

    /**
     * A detector is better if it is in every seed, each time significantly at 5 %. (The seeds' tests share their images: their p-values
     * can't be multiplied.)
     *
     * @param tests one for each seed, at least one
     */
    public static Comparison of(String first, String second, String normal, String abnormal, List<DeLong> tests) {
        boolean significant = tests.stream().allMatch(test -> test.pValue() < SIGNIFICANCE);
        boolean firstBetter = tests.stream().allMatch(test -> test.difference() > 0);
        boolean secondBetter = tests.stream().allMatch(test -> test.difference() < 0);
        Verdict verdict = !significant || !(firstBetter || secondBetter)
                ? Verdict.UNDECIDED
                : firstBetter ? Verdict.FIRST : Verdict.SECOND;
        double difference =
                tests.stream().mapToDouble(DeLong::difference).average().orElseThrow();
        return new Comparison(
                first,
                second,
                normal,
                abnormal,
                difference,
                tests.stream().map(DeLong::pValue).toList(),
                verdict);
    }
}
