package dev.outsole.sweep;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The contents of {@code summary.json}, which is written last: with it a sweep is whole.
 *
 * @param pairs ordered pairs of classes
 * @param detectors those with at least one model, the best first: the leaderboard
 * @param planned how many models each detector was to have; absent in summaries of versions that did not name them
 * @param comparisons of each other detector (first) with {@link Comparison#REFERENCE} (second), if that is there; corrected for their number
 * @param hopelessPairs the worst first; absent in summaries of versions that did not name them
 * @param collapsed models whose embedding has, by their path
 * @param restarted models with trainings given up, by their path: how many
 * @param failed models by their path: why
 * @param seconds wall time by phase; of resumed sweeps, of the last start
 * @param published what others report for these data by this protocol; empty if it is of others
 */
public record Summary(
        String version,
        String runId,
        int pairs,
        List<DetectorSummary> detectors,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, Integer> planned,
        List<Comparison> comparisons,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<HopelessPair> hopelessPairs,
        List<String> collapsed,
        Map<String, Integer> restarted,
        Map<String, String> failed,
        Map<String, Double> seconds,
        Map<String, String> dataSha256,
        List<PublishedFigure> published) {

    public Summary {
        detectors = detectors.stream().sorted(DetectorSummary.BEST_FIRST).toList();
        planned = planned == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(planned));
        comparisons = Comparison.corrected(comparisons);
        hopelessPairs = hopelessPairs == null ? null : List.copyOf(hopelessPairs);
        collapsed = List.copyOf(collapsed);
        restarted = Collections.unmodifiableMap(new LinkedHashMap<>(restarted));
        failed = Collections.unmodifiableMap(new LinkedHashMap<>(failed));
        seconds = Collections.unmodifiableMap(new LinkedHashMap<>(seconds));
        dataSha256 = Collections.unmodifiableMap(new LinkedHashMap<>(dataSha256));
        published = failed.isEmpty() && PublishedFigure.areOf(dataSha256, pairs) ? List.copyOf(published) : List.of();
    }

    /** How many models a detector has, as {@code 10}, or of how many that were planned, as {@code 9/10}. */
    public String models(DetectorSummary detector) {
        int there = detector.models();
        int wanted = planned == null ? there : plannedModels(detector.detector());
        return there == wanted ? String.valueOf(there) : there + "/" + wanted;
    }

    /** How many models a detector was to have; 0 if that isn't known. */
    public int plannedModels(String detector) {
        return planned == null ? 0 : planned.getOrDefault(detector, 0);
    }

    /** How many models were planned in all; 0 if that isn't known. */
    public int plannedModels() {
        return planned == null
                ? 0
                : planned.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Detectors without a single model, though some were planned. */
    public List<String> detectorsWithoutModels() {
        List<String> without = new ArrayList<>(planned == null ? List.of() : planned.keySet());
        detectors.forEach(detector -> without.remove(detector.detector()));
        return without;
    }

    /** Those of one detector with the reference, one for each pair; empty if there are none. */
    public List<Comparison> comparisons(String detector) {
        return comparisons.stream()
                .filter(comparison -> comparison.first().equals(detector))
                .toList();
    }

    /** Those of the best detector that is compared at all; empty if none is. */
    public List<Comparison> bestComparisons() {
        return detectors.stream()
                .map(detector -> comparisons(detector.detector()))
                .filter(list -> !list.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
