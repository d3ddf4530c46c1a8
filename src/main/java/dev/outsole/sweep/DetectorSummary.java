package dev.outsole.sweep;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One detector over all pairs of classes.
 *
 * @param meanAuc mean of the AUC over pairs and seeds; each class counts once, however many of its seeds have failed
 * @param standardDeviation of the seeds' means over pairs (with n − 1), of seeds that have all pairs: another's mean is that of other pairs;
 *     absent with fewer than two
 * @param meanOneVsRest mean over classes and seeds of the AUC against all abnormal classes together, likewise
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
        List<ModelResult> whole = ofWholeSeeds(results);
        return new DetectorSummary(
                detector,
                results.size(),
                whole.size() == results.size()
                        ? meanOverPairs(results)
                        : meanOfMeans(results, DetectorSummary::meanOverPairs),
                standardDeviation(seedMeans(whole)),
                whole.size() == results.size()
                        ? meanOverClasses(results)
                        : meanOfMeans(results, DetectorSummary::meanOverClasses),
                worst(results),
                speed(results));
    }

    /** Those of seeds that have all the classes that any seed has. */
    private static List<ModelResult> ofWholeSeeds(List<ModelResult> results) {
        long classes = results.stream().map(ModelResult::normal).distinct().count();
        Map<Long, Long> models =
                results.stream().collect(Collectors.groupingBy(ModelResult::seed, Collectors.counting()));
        return results.stream()
                .filter(result -> models.getOrDefault(result.seed(), 0L) == classes)
                .toList();
    }

    private static List<Double> seedMeans(List<ModelResult> results) {
        return List.copyOf(results.stream()
                .collect(Collectors.groupingBy(
                        ModelResult::seed,
                        Collectors.flatMapping(
                                result -> result.pairs().stream(), Collectors.averagingDouble(PairFigures::auc))))
                .values());
    }

    private static double meanOverPairs(List<ModelResult> results) {
        return results.stream()
                .flatMap(result -> result.pairs().stream())
                .mapToDouble(PairFigures::auc)
                .average()
                .orElseThrow();
    }

    private static double meanOverClasses(List<ModelResult> results) {
        return results.stream().mapToDouble(ModelResult::oneVsRest).average().orElseThrow();
    }

    /** Of each class the mean over its seeds, then the mean over classes. */
    private static double meanOfMeans(List<ModelResult> results, ToDoubleFunction<List<ModelResult>> mean) {
        return results.stream().collect(Collectors.groupingBy(ModelResult::normal)).values().stream()
                .mapToDouble(mean)
                .average()
                .orElseThrow();
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
