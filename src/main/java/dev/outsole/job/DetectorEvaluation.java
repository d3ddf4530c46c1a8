package dev.outsole.job;

import dev.outsole.config.EvaluateSettings;
import dev.outsole.result.Confusion;
import dev.outsole.result.DetectorMetrics;
import dev.outsole.result.Ranking;
import dev.outsole.result.Score;
import dev.outsole.result.Stopwatch;
import dev.outsole.spark.Detector;
import dev.outsole.spark.EpochListener;
import dev.outsole.spark.RankingEvaluator;
import dev.outsole.spark.ScoreRows;
import java.util.List;
import org.apache.spark.SparkContext;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Fits one detector on normal images, scores the test images with it, and ranks the scores. */
final class DetectorEvaluation {
    private final SparkContext spark;
    private final RankingEvaluator evaluator;
    private final EvaluateSettings settings;
    private final Progress progress;

    DetectorEvaluation(SparkSession spark, EvaluateSettings settings, Progress progress) {
        this.spark = spark.sparkContext();
        this.evaluator = new RankingEvaluator(spark);
        this.settings = settings;
        this.progress = progress;
    }

    DetectorRun run(Detector detector, Dataset<Row> train, Dataset<Row> test) {
        Stopwatch stopwatch = new Stopwatch();
        int normal = settings.pair().normal().label();
        PipelineModel model = stopwatch.time("fit", () -> fit(detector, train));
        List<Score> scores = stopwatch.time("score", () -> score(detector, model, test));
        Ranking ranking = stopwatch.time("evaluate", () -> evaluator.evaluate(scores, normal));
        DetectorMetrics metrics = new DetectorMetrics(
                ranking.auc(),
                ranking.averagePrecision(),
                Confusion.of(scores, normal),
                ModelFacts.svm(model),
                ModelFacts.training(model),
                stopwatch.seconds());
        return new DetectorRun(detector, model, scores, ranking, metrics);
    }

    private PipelineModel fit(Detector detector, Dataset<Row> train) {
        String name = detector.key() + ": fitting";
        progress.step(name);
        EpochListener listener = DescribedEpochs.of(
                spark, detector, model(detector), settings.autoencoder().epochs(), new EpochProgress(name, progress));
        return detector.pipeline(settings.svm(), settings.autoencoder(), listener)
                .fit(train);
    }

    private String model(Detector detector) {
        return detector.key() + " " + settings.pair().normal().slug();
    }

    private List<Score> score(Detector detector, PipelineModel model, Dataset<Row> test) {
        progress.step(detector.key() + ": scoring");
        spark.setJobDescription(model(detector) + " · scoring");
        return ScoreRows.collect(model.transform(test));
    }
}
