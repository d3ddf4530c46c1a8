package dev.outsole.sweep;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The contents of {@code summary.json}, which is written last: with it a sweep is whole.
 *
 * @param pairs ordered pairs of classes
 * @param detectors those with at least one model
 * @param comparisons of each other detector (first) with {@link Comparison#REFERENCE} (second), if that is there
 * @param collapsed models whose embedding has, by their path
 * @param restarted models with trainings given up, by their path: how many
 * @param failed models by their path: why
 * @param seconds wall time by phase; of resumed sweeps, of the last start
 * @param published what others report
 */
public record Summary(
        String version,
        String runId,
        int pairs,
        List<DetectorSummary> detectors,
        List<Comparison> comparisons,
        List<String> collapsed,
        Map<String, Integer> restarted,
        Map<String, String> failed,
        Map<String, Double> seconds,
        Map<String, String> dataSha256,
        List<PublishedFigure> published) {

    public Summary {
        detectors = List.copyOf(detectors);
        comparisons = List.copyOf(comparisons);
        collapsed = List.copyOf(collapsed);
        restarted = Collections.unmodifiableMap(new LinkedHashMap<>(restarted));
        failed = Collections.unmodifiableMap(new LinkedHashMap<>(failed));
        seconds = Collections.unmodifiableMap(new LinkedHashMap<>(seconds));
        dataSha256 = Collections.unmodifiableMap(new LinkedHashMap<>(dataSha256));
        published = List.copyOf(published);
    }

    /** Those of one detector with the reference, one for each pair; empty if there are none. */
    public List<Comparison> comparisons(String detector) {
        return comparisons.stream()
                .filter(comparison -> comparison.first().equals(detector))
                .toList();
    }
}
