package dev.outsole.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** Compares one detector's figures with nights on which they should have been the same, bit for bit: with the median of these. */
final class ExactComparison {
    private static final int NAMED = 3;

    private final double tolerance;
    private final String detector;
    private final NightPairs tonight;
    private final List<Map<PairKey, Map<Long, Double>>> before;

    /** One pair and seed that differs. */
    private record Difference(PairKey pair, long seed, double was, double is) {
        double size() {
            return Math.abs(is - was);
        }

        String text() {
            return Numbers.text("%s vs %s, seed %d: %.6f, not %.6f", pair.normal(), pair.abnormal(), seed, is, was);
        }
    }

    ExactComparison(double tolerance, String detector, NightPairs tonight, List<NightPairs> before) {
        this.tolerance = tolerance;
        this.detector = detector;
        this.tonight = tonight;
        this.before = before.stream().map(night -> night.aucs(detector)).toList();
    }

    List<Finding> findings() {
        List<Difference> compared = compared();
        List<Difference> changed = compared.stream()
                .filter(difference -> difference.size() > tolerance)
                .sorted(Comparator.comparingDouble(Difference::size).reversed())
                .toList();
        List<Finding> findings = new ArrayList<>();
        if (!changed.isEmpty()) {
            findings.add(change(changed, compared.size()));
            double was = mean(compared, Difference::was);
            double is = mean(compared, Difference::is);
            if (Math.abs(was - is) > tolerance) {
                findings.add(Changes.ofMean(detector, was, is, "where rounding is the same"));
            }
        }
        return findings;
    }

    private static double mean(List<Difference> compared, ToDoubleFunction<Difference> value) {
        return compared.stream().mapToDouble(value).average().orElseThrow();
    }

    private List<Difference> compared() {
        List<Difference> compared = new ArrayList<>();
        tonight.aucs(detector)
                .forEach((pair, seeds) -> seeds.forEach((seed, auc) ->
                        median(pair, seed).ifPresent(was -> compared.add(new Difference(pair, seed, was, auc)))));
        return compared;
    }

    private OptionalDouble median(PairKey pair, long seed) {
        double[] aucs = before.stream()
                .map(night -> night.getOrDefault(pair, Map.of()).get(seed))
                .filter(Objects::nonNull)
                .mapToDouble(auc -> auc)
                .toArray();
        return aucs.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(RobustStatistics.median(aucs));
    }

    private Finding change(List<Difference> changed, int compared) {
        StringBuilder text = new StringBuilder(Numbers.text(
                "%s: %d of %d figures should be the same and differ by more than %s, code or libraries have changed: ",
                detector, changed.size(), compared, tolerance));
        text.append(String.join(
                "; ", changed.stream().limit(NAMED).map(Difference::text).toList()));
        if (changed.size() > NAMED) {
            text.append(" and ").append(changed.size() - NAMED).append(" more");
        }
        return new Finding(Finding.Kind.CHANGE, changed.get(0).size(), text.toString());
    }
}
