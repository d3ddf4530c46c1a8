package dev.outsole.job;

import dev.outsole.image.ImageClass;
import dev.outsole.metric.MetricValues;
import dev.outsole.metric.RocCounts;
import dev.outsole.model.Calibration;
import dev.outsole.result.Confusion;
import dev.outsole.result.Score;
import dev.outsole.result.Stopwatch;
import dev.outsole.spark.RankingEvaluator;
import dev.outsole.sweep.ModelKey;
import dev.outsole.sweep.ModelResult;
import dev.outsole.sweep.PairFigures;
import dev.outsole.sweep.Speed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.SparkSession;

/** Fits one model, calibrates it, scores the test images with it once, and reads its pairs off the scores. */
final class ModelEvaluation {
    private final RankingEvaluator evaluator;
    private final TestImages test;
    private final List<ImageClass> abnormals;

    /** A model, and how many images it has learnt from. */
    record Fitted(PipelineModel model, long learnt) {}

    /** @param abnormals classes that should be noticed, at least one besides a model's normal class; the test images are of these and it */
    ModelEvaluation(SparkSession spark, TestImages test, List<ImageClass> abnormals) {
        this.evaluator = new RankingEvaluator(spark);
        this.test = test;
        this.abnormals = List.copyOf(abnormals);
    }

    /**
     * Does it; whatever the steps throw is thrown.
     *
     * @param fit gives the model
     * @param normals images that it is fitted on, and calibrated by
     * @param step hears the name of each step after the fit
     */
    EvaluatedModel run(ModelKey key, NormalImages normals, Supplier<Fitted> fit, Consumer<String> step) {
        Stopwatch stopwatch = new Stopwatch();
        Fitted fitted = stopwatch.time("fit", fit);
        Calibration calibration = normals.calibrate(key.detector(), fitted.model(), fitted.learnt());
        step.accept("scoring");
        List<Score> scores = stopwatch.time("score", () -> score(key, fitted.model()));
        step.accept("evaluating");
        List<RocCounts> curves = stopwatch.time("evaluate", () -> curves(key.normal(), scores));
        ModelResult result = result(key, fitted.model(), scores, curves, stopwatch);
        return new EvaluatedModel(
                key,
                fitted.model(),
                calibration,
                scores,
                curves.subList(0, result.pairs().size()),
                result);
    }

    private List<Score> score(ModelKey key, PipelineModel model) {
        return test.score(key.detector(), model).stream()
                .sorted(Comparator.comparingInt(Score::index))
                .toList();
    }

    /** Of each pair; the last is that of the normal class against all abnormal ones together. */
    private List<RocCounts> curves(ImageClass normal, List<Score> scores) {
        List<List<Score>> groups = new ArrayList<>();
        List<ImageClass> own = abnormalsOf(normal);
        own.forEach(abnormal -> groups.add(of(scores, normal, List.of(abnormal))));
        if (own.size() > 1) {
            groups.add(of(scores, normal, own));
        }
        return evaluator.curves(groups, normal.label());
    }

    private List<ImageClass> abnormalsOf(ImageClass normal) {
        return abnormals.stream()
                .filter(abnormal -> abnormal.label() != normal.label())
                .toList();
    }

    private static List<Score> of(List<Score> scores, ImageClass normal, List<ImageClass> abnormals) {
        Set<Integer> labels = new HashSet<>(Set.of(normal.label()));
        abnormals.forEach(abnormal -> labels.add(abnormal.label()));
        return scores.stream().filter(score -> labels.contains(score.label())).toList();
    }

    private ModelResult result(
            ModelKey key, PipelineModel model, List<Score> scores, List<RocCounts> curves, Stopwatch stopwatch) {
        List<ImageClass> own = abnormalsOf(key.normal());
        List<PairFigures> pairs = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            List<Score> ofPair = of(scores, key.normal(), List.of(own.get(i)));
            pairs.add(PairFigures.of(
                    own.get(i).name(),
                    MetricValues.of(curves.get(i)),
                    Confusion.of(ofPair, key.normal().label())));
        }
        return new ModelResult(
                key.detector(),
                key.normal().name(),
                key.seed(),
                ModelFacts.svm(model),
                ModelFacts.training(model),
                pairs,
                MetricValues.of(curves.get(curves.size() - 1)).auc(),
                stopwatch.seconds(),
                Speed.of(stopwatch.seconds(), scores.size()),
                Build.current());
    }
}
