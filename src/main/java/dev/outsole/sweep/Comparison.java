package dev.outsole.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two detectors on one pair of classes, over all seeds.
 *
 * @param difference mean over seeds of the first detector's AUC less the second's
 * @param pValues DeLong's test, one for each seed
 * @param verdict on this pair as one of all pairs that both detectors were compared on
 * @param adjustedPValue the largest of the p-values, corrected by Holm for the number of pairs; absent in summaries of versions that did not
 *     correct it
 * @param alone the verdict if this pair were the only one; absent in the same
 */
public record Comparison(
        String first,
        String second,
        String normal,
        String abnormal,
        double difference,
        List<Double> pValues,
        Verdict verdict,
        @Nullable Double adjustedPValue,
        @Nullable Verdict alone) {
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

    /** How many of some comparisons would be decided without the correction. */
    public static long countDecidedAlone(List<Comparison> comparisons) {
        return comparisons.stream()
                .filter(comparison -> comparison.uncorrected() != Verdict.UNDECIDED)
                .count();
    }

    /** How many of so many comparisons would be decided without the correction, at most, if the detectors were equally good. */
    public static double expectedByChance(int comparisons) {
        return SIGNIFICANCE * comparisons;
    }

    public Comparison {
        pValues = List.copyOf(pValues);
    }

    /**
     * On this pair alone, a detector is better if it is in every seed, each time significantly at 5 %. (The seeds' tests share their images:
     * their p-values can't be multiplied. The largest is the p-value of "in every seed".)
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
                verdict,
                null,
                null);
    }

    /** The verdict on this pair alone. */
    Verdict uncorrected() {
        return alone == null ? verdict : alone;
    }

    /** The p-value that the verdict goes by. */
    public double decisivePValue() {
        return adjustedPValue == null ? Collections.max(pValues) : adjustedPValue;
    }

    /** The same comparisons, each detector's corrected for their number: with 90 pairs, five would be decided by chance. */
    static List<Comparison> corrected(List<Comparison> comparisons) {
        Map<String, List<Comparison>> families = new LinkedHashMap<>();
        comparisons.forEach(comparison -> families.computeIfAbsent(comparison.first, key -> new ArrayList<>())
                .add(comparison));
        List<Comparison> corrected = new ArrayList<>();
        for (List<Comparison> family : families.values()) {
            double[] adjusted = Holm.adjusted(family.stream()
                    .mapToDouble(comparison -> Collections.max(comparison.pValues))
                    .toArray());
            for (int i = 0; i < adjusted.length; i++) {
                corrected.add(family.get(i).corrected(adjusted[i]));
            }
        }
        return corrected;
    }

    private Comparison corrected(double adjusted) {
        Verdict own = uncorrected();
        return new Comparison(
                first,
                second,
                normal,
                abnormal,
                difference,
                pValues,
                adjusted < SIGNIFICANCE ? own : Verdict.UNDECIDED,
                adjusted,
                own);
    }
}
