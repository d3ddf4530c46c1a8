package dev.outsole.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares one pair of a night with nights whose trainings went other ways, on the scale of ln (AUC / (1 − AUC)).
 *
 * <p>Some pairs scatter thirty times as far as others, so every pair may go as far as the worst. With five seeds or more each shows by them how
 * far it goes itself, and is held to that as well.
 */
final class PairComparison {
    /** AUCs of 0 and 1 have no place on the scale. */
    private static final double EDGE = 1e-4;

    private final GateOptions options;
    private final Map<Long, Double> tonight;
    private final List<Night> nights = new ArrayList<>();
    private final List<Map<Long, Double>> before = new ArrayList<>();

    /** @param tonight AUC by seed */
    PairComparison(GateOptions options, Map<Long, Double> tonight) {
        this.options = options;
        this.tonight = tonight;
    }

    /** Adds a night before; one without all the seeds is no help. */
    void add(Night night, Map<Long, Double> seeds) {
        if (seeds.keySet().equals(tonight.keySet())) {
            nights.add(night);
            before.add(seeds);
        }
    }

    Optional<Finding> finding(PairKey pair) {
        if (before.isEmpty()) {
            return Optional.empty();
        }
        double change = Math.abs(middle() - mean(logits(tonight)));
        double ofAll = change / deviationOfAll();
        double own = tonight.size() < Spread.ENOUGH_SEEDS ? 0 : change / ownDeviation();
        return ofAll <= options.pairThreshold() && own <= options.seedsThreshold()
                ? Optional.empty()
                : Optional.of(Changes.ofPair(
                        pair,
                        RobustStatistics.median(before.stream()
                                .mapToDouble(seeds -> mean(values(seeds)))
                                .toArray()),
                        mean(values(tonight)),
                        Math.max(ofAll, own)));
    }

    /** Of each seed the median over nights, then the mean over seeds. */
    private double middle() {
        return tonight.keySet().stream()
                .mapToDouble(seed -> RobustStatistics.median(before.stream()
                        .flatMap(seeds -> Optional.ofNullable(seeds.get(seed)).stream())
                        .mapToDouble(PairComparison::logit)
                        .toArray()))
                .average()
                .orElseThrow();
    }

    /** Standard deviation of the night's mean over seeds from the middle, if this pair scatters as pairs do on the whole. */
    private double deviationOfAll() {
        double middle = middle();
        double[] deviations = before.stream()
                .mapToDouble(seeds -> mean(logits(seeds)) - middle)
                .toArray();
        return Spread.ofDifference(
                deviations,
                options.pairSpread() / Math.sqrt(tonight.size()),
                Spread.draws(nights).size());
    }

    /** The same as its seeds show it. */
    private double ownDeviation() {
        List<Night> draws = Spread.draws(nights);
        double ofSeed = Spread.ofSeeds(seedsOf(draws), options.pairSpread());
        return Spread.ofDifference(ofSeed / Math.sqrt(tonight.size()), draws.size());
    }

    private List<double[]> seedsOf(List<Night> draws) {
        List<double[]> seeds = new ArrayList<>(List.of(logits(tonight)));
        for (int i = 0; i < nights.size(); i++) {
            if (draws.contains(nights.get(i))) {
                seeds.add(logits(before.get(i)));
            }
        }
        return seeds;
    }

    private static double[] logits(Map<Long, Double> seeds) {
        return seeds.values().stream().mapToDouble(PairComparison::logit).toArray();
    }

    private static double logit(double auc) {
        double inside = Math.min(1 - EDGE, Math.max(EDGE, auc));
        return Math.log(inside / (1 - inside));
    }

    private static double[] values(Map<Long, Double> seeds) {
        return seeds.values().stream().mapToDouble(auc -> auc).toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
