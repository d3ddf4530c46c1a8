package dev.outsole.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where one detector's mean AUC over pairs and seeds may lie on a night.
 *
 * @param middle what the nights before lead to expect: the median of each seed, then the mean over seeds
 * @param deviation standard deviation of the night's mean from there; 0 if it should be the same
 * @param low the lowest mean that passes
 * @param high the highest
 */
record MeanBand(double middle, double deviation, double low, double high) {

    private MeanBand(double middle, double deviation, double half) {
        this(middle, deviation, middle - half, middle + half);
    }

    /**
     * From nights that round otherwise.
     *
     * @param whole nights before with the same pairs, at least one
     */
    static MeanBand robust(GateOptions options, String detector, Night tonight, List<Night> whole) {
        List<DetectorMean> means = tonight.means(detector);
        Map<Long, Double> middles = new HashMap<>();
        means.forEach(mean -> middles.put(mean.seed(), median(whole, detector, mean.seed())));
        double[] deviations = whole.stream()
                .mapToDouble(before -> before.means(detector).stream()
                        .mapToDouble(mean -> mean.auc() - middles.getOrDefault(mean.seed(), mean.auc()))
                        .average()
                        .orElseThrow())
                .toArray();
        double middle =
                middles.values().stream().mapToDouble(value -> value).average().orElseThrow();
        double deviation = Spread.ofDifference(
                deviations,
                options.meanSpread() / Math.sqrt(means.size()),
                Spread.draws(whole).size());
        return new MeanBand(middle, deviation, options.meanThreshold() * deviation);
    }

    /** From nights on which it should have been the same; at least one. */
    static MeanBand exact(GateOptions options, String detector, List<Night> same) {
        double middle = RobustStatistics.median(
                same.stream().mapToDouble(night -> night.mean(detector)).toArray());
        return new MeanBand(middle, 0, options.tolerance());
    }

    /** Whether both nights have as many pairs of each seed; they don't if models have failed on one of them. */
    static boolean hasSamePairs(String detector, Night tonight, Night before) {
        return pairs(before, detector).equals(pairs(tonight, detector));
    }

    private static Map<Long, Integer> pairs(Night night, String detector) {
        Map<Long, Integer> pairs = new HashMap<>();
        night.means(detector).forEach(mean -> pairs.put(mean.seed(), mean.pairs()));
        return pairs;
    }

    private static double median(List<Night> nights, String detector, long seed) {
        List<Double> aucs = new ArrayList<>();
        nights.forEach(night -> night.means(detector).stream()
                .filter(mean -> mean.seed() == seed)
                .forEach(mean -> aucs.add(mean.auc())));
        return RobustStatistics.median(aucs.stream().mapToDouble(auc -> auc).toArray());
    }
}
