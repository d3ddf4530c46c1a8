package dev.outsole.job;

import dev.outsole.image.ClassNames;
import dev.outsole.image.ImageClass;
import dev.outsole.metric.MetricValues;
import dev.outsole.report.page.ReportData;
import dev.outsole.report.page.ShownImages;
import dev.outsole.result.DetectorMetrics;
import dev.outsole.result.RunMetrics;
import dev.outsole.result.Score;
import dev.outsole.spark.RankingEvaluator;
import dev.outsole.svm.DecisionFunction;
import dev.outsole.sweep.Manifest;
import dev.outsole.sweep.ModelKey;
import dev.outsole.sweep.ModelResult;
import dev.outsole.sweep.PairFigures;
import dev.outsole.sweep.Speed;
import dev.outsole.sweep.Summary;
import dev.outsole.sweep.SweepPlan;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;

/** An evaluation, as its run directory has it, for a sweep of one pair. */
final class EvaluatedPair implements KeptModels {
    private final RunMetrics metrics;
    private final Map<String, List<Score>> scores;
    private final ClassNames classes;
    private final ImageClass normal;
    private final ImageClass abnormal;

    /** @param scores by detector */
    EvaluatedPair(RunMetrics metrics, Map<String, List<Score>> scores) {
        this.metrics = metrics;
        this.scores = scores;
        this.classes = new ClassNames(classNames(metrics.settings()));
        this.normal = classes.named(String.valueOf(metrics.pair().get("normal")));
        this.abnormal = classes.named(String.valueOf(metrics.pair().get("abnormal")));
    }

    private static List<String> classNames(Map<String, Object> settings) {
        if (settings.get("data") instanceof Map<?, ?> data && data.get("classes") instanceof List<?> names) {
            return names.stream().map(String::valueOf).toList();
        }
        throw new IllegalStateException("metrics.json has no setting outsole.data.classes");
    }

    /** The same with the metrics that the version which wrote {@code metrics.json} did not have. */
    EvaluatedPair completedBy(RankingEvaluator evaluator) {
        Map<String, DetectorMetrics> completed = new LinkedHashMap<>(metrics.detectors());
        completed.replaceAll(
                (detector, found) -> found.metrics().areAll() ? found : found.completedBy(ranked(detector, evaluator)));
        return new EvaluatedPair(metrics.withDetectors(completed), scores);
    }

    private MetricValues ranked(String detector, RankingEvaluator evaluator) {
        List<Score> own = scores.getOrDefault(detector, List.of());
        return MetricValues.of(evaluator.curves(List.of(own), normal.label()).get(0));
    }

    /** A detector's model. */
    ModelKey key(String detector) {
        return new ModelKey(detector, normal, metrics.seed());
    }

    /**
     * What the page is made from.
     *
     * @param functions of the models that are {@link RunReport#planar}
     * @param images gives those of these indices in the test split
     */
    ReportData report(Map<ModelKey, DecisionFunction> functions, Function<SortedSet<Integer>, ShownImages> images) {
        SweepPlan plan = new SweepPlan(
                List.copyOf(metrics.detectors().keySet()), List.of(normal), List.of(abnormal), List.of(metrics.seed()));
        SweepSummary sums = new SweepSummary(plan, this);
        Summary summary = sums.of(manifest(), Map.of(), seconds());
        return new RunReport("evaluate", manifest(), summary, Optional.empty(), sums.byModel())
                .data(sums.shown(), functions, images);
    }

    private Manifest manifest() {
        Map<String, String> settings = new TreeMap<>();
        flatten("", metrics.settings(), settings);
        return new Manifest(
                metrics.version(), metrics.runId(), metrics.start(), settings, metrics.dataSha256(), classes.names());
    }

    private static void flatten(String prefix, Map<?, ?> from, Map<String, String> to) {
        from.forEach((key, value) -> {
            if (value instanceof Map<?, ?> inner) {
                flatten(prefix + key + ".", inner, to);
            } else {
                to.put(prefix + key, String.valueOf(value));
            }
        });
    }

    private Map<String, Double> seconds() {
        Map<String, Double> seconds = new LinkedHashMap<>(metrics.seconds());
        metrics.detectors()
                .forEach((detector, found) ->
                        found.seconds().forEach((phase, value) -> seconds.put(detector + ", " + phase, value)));
        return seconds;
    }

    @Override
    public boolean has(ModelKey key) {
        return metrics.detectors().containsKey(key.detector());
    }

    @Override
    public ModelResult result(ModelKey key) {
        DetectorMetrics found = Optional.ofNullable(metrics.detectors().get(key.detector()))
                .orElseThrow(() -> new IllegalArgumentException(key + " was not evaluated"));
        PairFigures pair = PairFigures.of(abnormal.name(), found.metrics(), found.confusion());
        return new ModelResult(
                key.detector(),
                normal.name(),
                metrics.seed(),
                found.svm(),
                found.training(),
                List.of(pair),
                pair.auc(),
                found.seconds(),
                Speed.of(
                        found.seconds(),
                        found.confusion().normals() + found.confusion().abnormals()),
                metrics.version());
    }

    @Override
    public Map<ModelKey, List<Score>> scores(Collection<ModelKey> keys) {
        Map<ModelKey, List<Score>> found = new LinkedHashMap<>();
        keys.forEach(key -> found.put(
                key,
                scores.getOrDefault(key.detector(), List.of()).stream()
                        .sorted(Comparator.comparingInt(Score::index))
                        .toList()));
        return found;
    }
}
