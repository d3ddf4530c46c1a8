package dev.outsole.job;

import dev.outsole.config.EvaluateSettings;
import dev.outsole.detector.Detector;
import dev.outsole.detector.DetectorOptions;
import dev.outsole.image.ImageShape;
import dev.outsole.model.Calibration;
import dev.outsole.result.Confusion;
import dev.outsole.result.DetectorMetrics;
import dev.outsole.result.Ranking;
import dev.outsole.result.Score;
import dev.outsole.result.Stopwatch;
import dev.outsole.spark.ClusterMemory;
import dev.outsole.spark.EpochListener;
import dev.outsole.spark.RankingEvaluator;
import java.util.List;
import org.apache.spark.SparkContext;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.SparkSession;

/** Fits one detector on normal images, calibrates it, scores the test images with it, and ranks the scores. */
final class DetectorEvaluation {
    private final SparkContext spark;
    private final RankingEvaluator evaluator;
    private final EvaluateSettings settings;
    private final DetectorFit fit;
    private final Progress progress;

    DetectorEvaluation(SparkSession spark, EvaluateSettings settings, ImageShape shape, Progress progress) {
        this.spark = spark.sparkContext();
        this.evaluator = new RankingEvaluator(spark);
        this.settings = settings;
        this.fit = new DetectorFit(
                spark.sparkContext(),
                settings.pair().normal(),
                new DetectorOptions(
                        shape, settings.svm(), settings.neighbours(), settings.autoencoder(), EpochListener.SILENT),
                progress);
        this.progress = progress;
    }

    /** @throws dev.outsole.UserError if the detector can't be fitted on so many images */
    void foresee(Detector detector, long learnt) {
        fit.foresee(detector, learnt);
    }

    DetectorRun run(Detector detector, NormalImages normals, long learnt, TestImages test) {
        return ClusterMemory.during(() -> evaluated(detector, normals, learnt, test));
    }

    private DetectorRun evaluated(Detector detector, NormalImages normals, long learnt, TestImages test) {
        Stopwatch stopwatch = new Stopwatch();
        int normal = settings.pair().normal().label();
        PipelineModel model = stopwatch.time("fit", () -> fit.fit(detector, normals.training()));
        Calibration calibration = normals.calibrate(detector.key(), model, learnt);
        List<Score> scores = stopwatch.time("score", () -> score(detector, model, test));
        Ranking ranking = stopwatch.time("evaluate", () -> evaluator.evaluate(scores, normal));
        DetectorMetrics metrics = new DetectorMetrics(
                ranking.metrics(),
                Confusion.of(scores, normal),
                ModelFacts.svm(model),
                ModelFacts.training(model),
                stopwatch.seconds());
        return new DetectorRun(detector, model, calibration, scores, ranking, metrics);
    }

    private List<Score> score(Detector detector, PipelineModel model, TestImages test) {
        progress.step(detector.key() + ": scoring");
        spark.setJobDescription(fit.model(detector) + " · scoring");
        return test.score(detector.key(), model);
    }
}
