package dev.outsole.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Compares one detector's figures with nights whose trainings went other ways, by median and MAD: a drop beyond what that explains is a
 * finding, of the mean over pairs and of each pair. Pairs are compared on the scale of ln (AUC / (1 − AUC)), where their spread is about the
 * same near 1 and in the middle.
 */
final class RobustComparison {
    /** AUCs of 0 and 1 have no place on the scale. */
    private static final double EDGE = 1e-4;

    private final GateOptions options;
    private final String detector;
    private final NightPairs tonight;
    private final List<NightPairs> window;

    RobustComparison(GateOptions options, String detector, NightPairs tonight, List<NightPairs> window) {
        this.options = options;
        this.detector = detector;
        this.tonight = tonight;
        this.window = window;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        mean().ifPresent(findings::add);
        List<Map<PairKey, Map<Long, Double>>> before =
                window.stream().map(night -> night.aucs(detector)).toList();
        tonight.aucs(detector)
                .forEach((pair, seeds) -> pair(pair, seeds, before).ifPresent(findings::add));
        return findings;
    }

    private Optional<Finding> mean() {
        List<Night> nights = window.stream().map(NightPairs::night).toList();
        double mean = tonight.night().mean(detector);
        return MeanBand.robust(options, detector, tonight.night(), nights)
                .filter(band -> mean < band.low())
                .map(band -> meanDrop(
                        detector,
                        band.middle(),
                        mean,
                        Numbers.text("%.1f standard deviations", (band.middle() - mean) / band.deviation())));
    }

    static Finding meanDrop(String detector, double was, double is, String why) {
        return new Finding(
                Finding.Kind.MEAN_DROP,
                was - is,
                Numbers.text("%s: mean AUC dropped from %.4f to %.4f, by %.4f, %s", detector, was, is, was - is, why));
    }

    private Optional<Finding> pair(
            PairKey pair, Map<Long, Double> seeds, List<Map<PairKey, Map<Long, Double>>> before) {
        List<Map<Long, Double>> whole = before.stream()
                .map(night -> night.getOrDefault(pair, Map.of()))
                .filter(night -> night.keySet().equals(seeds.keySet()))
                .toList();
        if (whole.isEmpty()) {
            return Optional.empty();
        }
        double[] middles = seeds.keySet().stream()
                .mapToDouble(seed -> RobustStatistics.median(logits(whole, seed)))
                .toArray();
        double middle = Arrays.stream(middles).average().orElseThrow();
        double[] deviations =
                whole.stream().mapToDouble(night -> logit(night) - middle).toArray();
        double deviation = Spread.ofDifference(
                deviations,
                options.pairSpread() / Math.sqrt(seeds.size()),
                Spread.draws(window.stream().map(NightPairs::night).toList()));
        double drop = (middle - logit(seeds)) / deviation;
        return drop <= options.pairThreshold() ? Optional.empty() : Optional.of(pairDrop(pair, seeds, whole, drop));
    }

    private static double[] logits(List<Map<Long, Double>> nights, long seed) {
        return nights.stream()
                .map(night -> night.get(seed))
                .filter(Objects::nonNull)
                .mapToDouble(RobustComparison::logit)
                .toArray();
    }

    private static double logit(double auc) {
        double inside = Math.min(1 - EDGE, Math.max(EDGE, auc));
        return Math.log(inside / (1 - inside));
    }

    /** The mean over seeds. */
    private static double logit(Map<Long, Double> seeds) {
        return seeds.values().stream()
                .mapToDouble(RobustComparison::logit)
                .average()
                .orElseThrow();
    }

    private static Finding pairDrop(
            PairKey pair, Map<Long, Double> seeds, List<Map<Long, Double>> before, double deviations) {
        double was = RobustStatistics.median(
                before.stream().mapToDouble(RobustComparison::mean).toArray());
        double is = mean(seeds);
        return new Finding(
                Finding.Kind.PAIR_DROP,
                was - is,
                Numbers.text("%s: AUC dropped from %.4f to %.4f, %.1f standard deviations", pair, was, is, deviations));
    }

    private static double mean(Map<Long, Double> seeds) {
        return seeds.values().stream().mapToDouble(auc -> auc).average().orElseThrow();
    }
}
