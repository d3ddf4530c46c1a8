package dev.outsole.job;

import dev.outsole.config.Settings;
import dev.outsole.config.SweepSettings;
import dev.outsole.detector.Detector;
import dev.outsole.detector.DetectorOptions;
import dev.outsole.detector.Detectors;
import dev.outsole.image.ImageClass;
import dev.outsole.metric.MetricValues;
import dev.outsole.model.Calibration;
import dev.outsole.result.Confusion;
import dev.outsole.result.Score;
import dev.outsole.result.Stopwatch;
import dev.outsole.spark.ClusterMemory;
import dev.outsole.spark.EpochListener;
import dev.outsole.spark.ImageTable;
import dev.outsole.spark.RankingEvaluator;
import dev.outsole.spark.SavedModel;
import dev.outsole.spark.SharedTables;
import dev.outsole.sweep.ModelKey;
import dev.outsole.sweep.ModelResult;
import dev.outsole.sweep.PairFigures;
import dev.outsole.sweep.Speed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.SparkContext;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.SparkSession;

/** Fits one model of a sweep, scores all test images with it once, reads its pairs off the scores, and keeps it. */
final class SweepModel {
    private final SparkContext spark;
    private final RankingEvaluator evaluator;
    private final Settings allSettings;
    private final SweepSettings settings;
    private final ImageTable images;
    private final TestImages test;
    private final SweepStore store;
    private final SharedTables<TrainingSet> trainingSets = new SharedTables<>();

    /**
     * What all models of a class learn from.
     *
     * @param draw seed by which some images are held out; 0 if none are
     */
    private record TrainingSet(ImageClass normal, long draw) {}

    SweepModel(SparkSession spark, Settings allSettings, ImageTable images, TestImages test, SweepStore store) {
        this.spark = spark.sparkContext();
        this.evaluator = new RankingEvaluator(spark);
        this.allSettings = allSettings;
        this.settings = allSettings.sweep();
        this.images = images;
        this.test = test;
        this.store = store;
    }

    /** All of it. Models may run side by side; whatever they throw is thrown. */
    void run(ModelKey key) {
        boolean unused = ClusterMemory.during(() -> {
            fitAndEvaluate(key);
            return true;
        });
    }

    private void fitAndEvaluate(ModelKey key) throws IOException {
        spark.setLocalProperty("spark.scheduler.pool", key.toString());
        spark.setJobDescription(key.toString());
        store.requireHeld(); // who has lost the run directory to another run need not train what is missing
        Stopwatch stopwatch = new Stopwatch();
        NormalImages normals = Images.normal(images, key.normal(), settings.calibrationFraction(), key.seed());
        Fitted fitted = stopwatch.time("fit", () -> fit(key, normals));
        Calibration calibration = normals.calibrate(key.detector(), fitted.model(), fitted.learnt());
        evaluate(key, fitted.model(), calibration, stopwatch);
    }

    /** A model, and how many images it has learnt from. */
    private record Fitted(PipelineModel model, long learnt) {}

    private void evaluate(ModelKey key, PipelineModel model, Calibration calibration, Stopwatch stopwatch)
            throws IOException {
        spark.setJobDescription(key + " · scoring");
        List<Score> scores = stopwatch.time("score", () -> score(key, model));
        spark.setJobDescription(key + " · evaluating");
        List<MetricValues> rankings = stopwatch.time("evaluate", () -> rankings(key.normal(), scores));
        spark.setJobDescription(key + " · saving");
        save(key, result(key, model, scores, rankings, stopwatch), model, calibration, scores);
    }

    private Fitted fit(ModelKey key, NormalImages normals) {
        TrainingSet training = new TrainingSet(key.normal(), normals.heldOut().isPresent() ? key.seed() : 0);
        try (SharedTables<TrainingSet>.Held train = trainingSets.hold(training, normals::training)) {
            long learnt = normals.withTraining(train.rows()).read();
            Detector detector = Detectors.of(key.detector());
            DetectorOptions options = new DetectorOptions(
                    images.info().shape(),
                    settings.svm().withSeed(key.seed()),
                    settings.neighbours(),
                    settings.autoencoder().withSeed(key.seed()),
                    EpochListener.SILENT);
            EpochListener listener = DescribedEpochs.of(spark, detector, key.toString(), options, options.listener());
            return new Fitted(detector.pipeline(options.withListener(listener)).fit(train.rows()), learnt);
        }
    }

    private List<Score> score(ModelKey key, PipelineModel model) {
        return test.score(key.detector(), model).stream()
                .sorted(Comparator.comparingInt(Score::index))
                .toList();
    }

    /** Of each pair, and behind these of the normal class against all abnormal ones together. */
    private List<MetricValues> rankings(ImageClass normal, List<Score> scores) {
        List<ImageClass> abnormals = settings.plan().abnormalsOf(normal);
        List<List<Score>> groups = new ArrayList<>();
        abnormals.forEach(abnormal -> groups.add(of(scores, normal, List.of(abnormal))));
        groups.add(of(scores, normal, abnormals));
        return evaluator.evaluateAll(groups, normal.label());
    }

    private static List<Score> of(List<Score> scores, ImageClass normal, List<ImageClass> abnormals) {
        Set<Integer> labels = new HashSet<>(Set.of(normal.label()));
        abnormals.forEach(abnormal -> labels.add(abnormal.label()));
        return scores.stream().filter(score -> labels.contains(score.label())).toList();
    }

    private static PairFigures pair(ImageClass normal, ImageClass abnormal, List<Score> all, MetricValues metrics) {
        return PairFigures.of(
                abnormal.name(), metrics, Confusion.of(of(all, normal, List.of(abnormal)), normal.label()));
    }

    private ModelResult result(
            ModelKey key, PipelineModel model, List<Score> scores, List<MetricValues> rankings, Stopwatch stopwatch) {
        List<ImageClass> abnormals = settings.plan().abnormalsOf(key.normal());
        List<PairFigures> pairs = new ArrayList<>();
        for (int i = 0; i < abnormals.size(); i++) {
            pairs.add(pair(key.normal(), abnormals.get(i), scores, rankings.get(i)));
        }
        return new ModelResult(
                key.detector(),
                key.normal().name(),
                key.seed(),
                ModelFacts.svm(model),
                ModelFacts.training(model),
                pairs,
                rankings.get(abnormals.size()).auc(),
                stopwatch.seconds(),
                Speed.of(stopwatch.seconds(), scores.size()),
                Build.current());
    }

    private void save(
            ModelKey key, ModelResult result, PipelineModel model, Calibration calibration, List<Score> scores)
            throws IOException {
        Manifests manifests = new Manifests(allSettings, images.info(), key.normal(), key.seed());
        store.save(key, result, new SavedModel(manifests.of(Detectors.of(key.detector()), calibration), model), scores);
    }
}
