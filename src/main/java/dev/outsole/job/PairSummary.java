package dev.outsole.job;

import dev.outsole.image.ImageClass;
import dev.outsole.result.RunMetrics;
import dev.outsole.result.Score;
import dev.outsole.sweep.Comparison;
import dev.outsole.sweep.DeLong;
import dev.outsole.sweep.DetectorSummary;
import dev.outsole.sweep.HopelessPair;
import dev.outsole.sweep.ModelResult;
import dev.outsole.sweep.PublishedFigure;
import dev.outsole.sweep.Summary;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sums an evaluation up as if it were a sweep of its one pair. */
record PairSummary(RunMetrics metrics, ImageClass normal, ImageClass abnormal) {

    Summary of(List<ModelResult> results, Map<String, List<Score>> scores) {
        Map<String, Integer> restarted = new LinkedHashMap<>();
        results.stream()
                .filter(result -> result.restarts() > 0)
                .forEach(result -> restarted.put(result.detector(), result.restarts()));
        return new Summary(
                metrics.version(),
                metrics.runId(),
                1,
                results.stream()
                        .map(result -> DetectorSummary.of(result.detector(), List.of(result)))
                        .toList(),
                null,
                comparisons(scores),
                HopelessPair.among(results),
                results.stream()
                        .filter(ModelResult::collapsed)
                        .map(ModelResult::detector)
                        .toList(),
                restarted,
                Map.of(),
                seconds(),
                metrics.dataSha256(),
                PublishedFigure.ALL);
    }

    private List<Comparison> comparisons(Map<String, List<Score>> scores) {
        if (!scores.containsKey(Comparison.REFERENCE)) {
            return List.of();
        }
        DeLong.Values reference = values(scores, Comparison.REFERENCE);
        return scores.keySet().stream()
                .filter(detector -> !detector.equals(Comparison.REFERENCE))
                .map(detector -> Comparison.of(
                        detector,
                        Comparison.REFERENCE,
                        normal.name(),
                        abnormal.name(),
                        List.of(DeLong.test(values(scores, detector), reference))))
                .toList();
    }

    private DeLong.Values values(Map<String, List<Score>> scores, String detector) {
        List<Score> ordered = scores.getOrDefault(detector, List.of()).stream()
                .sorted(Comparator.comparingInt(Score::index))
                .toList();
        return DeLong.Values.of(ordered, normal, abnormal);
    }

    private Map<String, Double> seconds() {
        Map<String, Double> seconds = new LinkedHashMap<>(metrics.seconds());
        metrics.detectors()
                .forEach((detector, found) ->
                        found.seconds().forEach((phase, value) -> seconds.put(detector + ", " + phase, value)));
        return seconds;
    }
}
