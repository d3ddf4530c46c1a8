package dev.outsole.job;

import dev.outsole.image.ClassNames;
import dev.outsole.image.ImageClass;
import dev.outsole.report.page.Misranked;
import dev.outsole.report.page.ReportData;
import dev.outsole.report.page.ShownImages;
import dev.outsole.report.page.ShownModel;
import dev.outsole.result.DetectorMetrics;
import dev.outsole.result.RunMetrics;
import dev.outsole.result.Score;
import dev.outsole.spark.RankingEvaluator;
import dev.outsole.svm.DecisionFunction;
import dev.outsole.sweep.ModelResult;
import dev.outsole.sweep.PairFigures;
import dev.outsole.sweep.Speed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;

/** What the report of an evaluation is made from: to the page it is a sweep of one pair. */
final class EvaluateReport {
    private final RunMetrics metrics;
    private final Map<String, List<Score>> scores;
    private final Map<String, String> settings = new TreeMap<>();
    private final ClassNames classes;
    private final ImageClass normal;
    private final ImageClass abnormal;

    /** @param scores by detector */
    EvaluateReport(RunMetrics metrics, Map<String, List<Score>> scores) {
        this.metrics = metrics;
        this.scores = scores;
        flatten("", metrics.settings());
        this.classes = new ClassNames(classNames(metrics.settings()));
        this.normal = classes.named(String.valueOf(metrics.pair().get("normal")));
        this.abnormal = classes.named(String.valueOf(metrics.pair().get("abnormal")));
    }

    private void flatten(String prefix, Map<?, ?> from) {
        from.forEach((key, value) -> {
            if (value instanceof Map<?, ?> inner) {
                flatten(prefix + key + ".", inner);
            } else {
                settings.put(prefix + key, String.valueOf(value));
            }
        });
    }

    private static List<String> classNames(Map<String, Object> settings) {
        if (settings.get("data") instanceof Map<?, ?> data && data.get("classes") instanceof List<?> names) {
            return names.stream().map(String::valueOf).toList();
        }
        throw new IllegalStateException("metrics.json has no setting outsole.data.classes");
    }

    /** The same with the metrics that the version which wrote {@code metrics.json} did not have. */
    EvaluateReport completedBy(RankingEvaluator evaluator) {
        Map<String, DetectorMetrics> completed = new LinkedHashMap<>(metrics.detectors());
        completed.replaceAll((detector, found) -> found.metrics().areAll()
                ? found
                : found.completedBy(evaluator
                        .evaluate(scores.getOrDefault(detector, List.of()), normal.label())
                        .metrics()));
        return new EvaluateReport(metrics.withDetectors(completed), scores);
    }

    /**
     * @param functions by detector, of those with an embedding in the plane
     * @param images gives those of these indices in the test split
     */
    ReportData data(Map<String, DecisionFunction> functions, Function<SortedSet<Integer>, ShownImages> images) {
        List<ModelResult> results = new ArrayList<>();
        List<ShownModel> models = new ArrayList<>();
        metrics.detectors().forEach((detector, found) -> {
            ModelResult result = result(detector, found);
            results.add(result);
            models.add(new ShownModel(
                    normal,
                    result,
                    scores.getOrDefault(detector, List.of()),
                    Optional.ofNullable(functions.get(detector)).map(DecisionGrids::of)));
        });
        return new ReportData(
                "evaluate",
                metrics.start(),
                settings,
                classes,
                new PairSummary(metrics, normal, abnormal).of(results, scores),
                results,
                models,
                images.apply(Misranked.of(classes, models)));
    }

    private ModelResult result(String detector, DetectorMetrics found) {
        List<Score> own = scores.getOrDefault(detector, List.of());
        PairFigures pair = PairFigures.of(abnormal.name(), found.metrics(), found.confusion());
        return new ModelResult(
                detector,
                normal.name(),
                metrics.seed(),
                found.svm(),
                found.training(),
                List.of(pair),
                pair.auc(),
                found.seconds(),
                Speed.of(found.seconds(), own.size()),
                metrics.version());
    }
}
