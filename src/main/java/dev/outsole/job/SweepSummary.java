package dev.outsole.job;

import dev.outsole.image.ImageClass;
import dev.outsole.report.page.ReportData;
import dev.outsole.result.Score;
import dev.outsole.sweep.Comparison;
import dev.outsole.sweep.DeLong;
import dev.outsole.sweep.DetectorSummary;
import dev.outsole.sweep.HopelessPair;
import dev.outsole.sweep.Manifest;
import dev.outsole.sweep.ModelKey;
import dev.outsole.sweep.ModelResult;
import dev.outsole.sweep.PublishedFigure;
import dev.outsole.sweep.Summary;
import dev.outsole.sweep.SweepPlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sums a sweep up from the models that are there. */
final class SweepSummary {
    private final SweepPlan plan;
    private final KeptModels models;
    private final Map<ModelKey, ModelResult> results = new LinkedHashMap<>();
    private Map<ModelKey, List<Score>> shown = Map.of();

    SweepSummary(SweepPlan plan, KeptModels models) {
        this.plan = plan;
        this.models = models;
        plan.models().stream().filter(models::has).forEach(key -> results.put(key, models.result(key)));
    }

    /** Of the models that are there, in the plan's order. */
    List<ModelResult> results() {
        return List.copyOf(results.values());
    }

    /** The same by model. */
    Map<ModelKey, ModelResult> byModel() {
        return Collections.unmodifiableMap(results);
    }

    Summary of(Manifest manifest, Map<String, String> failed, Map<String, Double> seconds) {
        List<String> collapsed = new ArrayList<>();
        Map<String, Integer> restarted = new LinkedHashMap<>();
        results.forEach((key, result) -> {
            if (result.collapsed()) {
                collapsed.add(key.path());
            }
            if (result.restarts() > 0) {
                restarted.put(key.path(), result.restarts());
            }
        });
        return new Summary(
                manifest.version(),
                manifest.runId(),
                plan.pairs(),
                detectors(),
                planned(),
                comparisons(),
                HopelessPair.among(results()),
                collapsed,
                restarted,
                failed,
                seconds,
                manifest.dataSha256(),
                PublishedFigure.ALL);
    }

    private Map<String, Integer> planned() {
        Map<String, Integer> planned = new LinkedHashMap<>();
        plan.models().forEach(model -> planned.merge(model.detector(), 1, Integer::sum));
        return planned;
    }

    private List<DetectorSummary> detectors() {
        List<DetectorSummary> summaries = new ArrayList<>();
        for (String detector : plan.detectors()) {
            List<ModelResult> own = results.values().stream()
                    .filter(result -> result.detector().equals(detector))
                    .toList();
            if (!own.isEmpty()) {
                summaries.add(DetectorSummary.of(detector, own));
            }
        }
        return summaries;
    }

    private List<Comparison> comparisons() {
        return plan.detectors().stream()
                .filter(detector -> !detector.equals(Comparison.REFERENCE))
                .flatMap(detector ->
                        plan.normals().parallelStream().flatMap(normal -> comparisons(detector, normal).stream()))
                .toList();
    }

    /** Of all pairs with this normal class, if every seed has this detector's model and the reference's. */
    private List<Comparison> comparisons(String detector, ImageClass normal) {
        List<List<Score>> first = scores(detector, normal);
        List<List<Score>> second = scores(Comparison.REFERENCE, normal);
        if (first.size() < plan.seeds().size() || second.size() < plan.seeds().size()) {
            return List.of();
        }
        List<Comparison> comparisons = new ArrayList<>();
        for (ImageClass abnormal : plan.abnormalsOf(normal)) {
            List<DeLong> tests = new ArrayList<>();
            for (int i = 0; i < first.size(); i++) {
                tests.add(DeLong.test(
                        DeLong.Values.of(first.get(i), normal, abnormal),
                        DeLong.Values.of(second.get(i), normal, abnormal)));
            }
            comparisons.add(Comparison.of(detector, Comparison.REFERENCE, normal.name(), abnormal.name(), tests));
        }
        return comparisons;
    }

    private List<List<Score>> scores(String detector, ImageClass normal) {
        return plan.seeds().stream()
                .map(seed -> new ModelKey(detector, normal, seed))
                .filter(results::containsKey)
                .map(this::scores)
                .toList();
    }

    private List<Score> scores(ModelKey key) {
        List<Score> scores = shown().get(key);
        return scores == null ? models.scores(List.of(key)).getOrDefault(key, List.of()) : scores;
    }

    /** Of the models that the report shows in detail; read once. Those of other seeds would only fill the memory. */
    synchronized Map<ModelKey, List<Score>> shown() {
        if (shown.isEmpty()) {
            long seed = ReportData.shownSeed(results());
            shown = models.scores(
                    results.keySet().stream().filter(key -> key.seed() == seed).toList());
        }
        return shown;
    }
}
