package dev.outsole.sweep;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One detector over all pairs of classes.
 *
 * @param meanAuc mean of the AUC over pairs and seeds
 * @param standardDeviation of the seeds' means over pairs (with n − 1); absent with one seed
 * @param meanOneVsRest mean over classes and seeds of the AUC against all abnormal classes together
 * @param worstPair the pair with the lowest AUC, of any seed
 * @param speed absent unless all models have theirs
 */
public record DetectorSummary(
        String detector,
        int models,
        double meanAuc,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double standardDeviation,
        double meanOneVsRest,
        WorstPair worstPair,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Speed speed) {
    /** By what a leaderboard goes: the mean over pairs, then that of one against the rest. */
    public static final Comparator<DetectorSummary> BEST_FIRST = Comparator.comparingDouble(DetectorSummary::meanAuc)
            .thenComparingDouble(DetectorSummary::meanOneVsRest)
            .reversed();

    /** The pair of classes that a detector tells apart worst. */
    public record WorstPair(String normal, String abnormal, long seed, double auc) {}

    /** Sums up one detector's results, at least one. */
    public static DetectorSummary of(String detector, List<ModelResult> results) {
        List<Double> seedMeans = results.stream()
                .collect(Collectors.groupingBy(
                        ModelResult::seed,
                        Collectors.flatMapping(
                                result -> result.pairs().stream(), Collectors.averagingDouble(PairFigures::auc))))
                .values()
                .stream()
                .toList();
        return new DetectorSummary(
                detector,
                results.size(),
                results.stream()
                        .flatMap(result -> result.pairs().stream())
                        .mapToDouble(PairFigures::auc)
                        .average()
                        .orElseThrow(),
                standardDeviation(seedMeans),
                results.stream().mapToDouble(ModelResult::oneVsRest).average().orElseThrow(),
                worst(results),
                speed(results));
    }

    private static @Nullable Speed speed(List<ModelResult> results) {
        List<Speed> speeds = results.stream()
                .flatMap(result -> Stream.ofNullable(result.speed()))
                .toList();
        return speeds.size() == results.size() ? Speed.over(speeds) : null;
    }

    private static @Nullable Double standardDeviation(List<Double> values) {
        if (values.size() < 2) {
            return null;
        }
        double mean = values.stream().mapToDouble(v -> v).average().orElseThrow();
        double squares =
                values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(squares / (values.size() - 1));
    }

    private static WorstPair worst(List<ModelResult> results) {
        return results.stream()
                .flatMap(result -> result.pairs().stream()
                        .map(pair -> new WorstPair(result.normal(), pair.abnormal(), result.seed(), pair.auc())))
                .min(Comparator.comparingDouble(WorstPair::auc))
                .orElseThrow();
    }
}
