package dev.outsole.history;

import dev.outsole.sweep.ModelResult;
import dev.outsole.sweep.PairFigures;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One detector's mean over a night's pairs, for one seed.
 *
 * @param pairs how many pairs it is the mean of; fewer than on other nights if models have failed
 * @param auc mean AUC in [0, 1], higher is better
 * @param trained whether the models trained a network: then other rounding leads to other figures
 */
public record DetectorMean(String detector, long seed, int pairs, double auc, boolean trained) {

    /** Of each detector and seed, in the order of the results. */
    public static List<DetectorMean> of(List<ModelResult> results) {
        record Key(String detector, long seed) {}
        Map<Key, List<ModelResult>> groups = new LinkedHashMap<>();
        results.forEach(
                result -> groups.computeIfAbsent(new Key(result.detector(), result.seed()), key -> new ArrayList<>())
                        .add(result));
        return groups.values().stream().map(DetectorMean::ofOne).toList();
    }

    /**
     * Of each detector and seed among some figures of a night.
     *
     * @param whole means of all its figures: they know which models trained a network
     */
    static List<DetectorMean> of(List<PairAuc> figures, List<DetectorMean> whole) {
        List<DetectorMean> means = new ArrayList<>();
        for (DetectorMean mean : whole) {
            DoubleSummaryStatistics aucs = figures.stream()
                    .filter(figure -> figure.pair().detector().equals(mean.detector) && figure.seed() == mean.seed)
                    .mapToDouble(PairAuc::auc)
                    .summaryStatistics();
            if (aucs.getCount() > 0) {
                means.add(new DetectorMean(
                        mean.detector, mean.seed, (int) aucs.getCount(), aucs.getAverage(), mean.trained));
            }
        }
        return means;
    }

    private static DetectorMean ofOne(List<ModelResult> results) {
        DoubleSummaryStatistics aucs = results.stream()
                .flatMap(result -> result.pairs().stream())
                .mapToDouble(PairFigures::auc)
                .summaryStatistics();
        ModelResult any = results.get(0);
        return new DetectorMean(
                any.detector(), any.seed(), (int) aucs.getCount(), aucs.getAverage(), any.training() != null);
    }
}
