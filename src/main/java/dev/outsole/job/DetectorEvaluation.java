package dev.outsole.job;

import dev.outsole.config.EvaluateSettings;
import dev.outsole.result.Confusion;
import dev.outsole.result.DetectorMetrics;
import dev.outsole.result.Ranking;
import dev.outsole.result.Score;
import dev.outsole.result.Stopwatch;
import dev.outsole.result.SvmFit;
import dev.outsole.result.Training;
import dev.outsole.spark.AutoencoderModel;
import dev.outsole.spark.AutoencoderSummary;
import dev.outsole.spark.Detector;
import dev.outsole.spark.OneClassSvmModel;
import dev.outsole.spark.OneClassSvmSummary;
import dev.outsole.spark.RankingEvaluator;
import dev.outsole.spark.ScoreRows;
import dev.outsole.svm.DecisionFunction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Fits one detector on normal images, scores the test images with it, and ranks the scores. */
final class DetectorEvaluation {
    private final RankingEvaluator evaluator;
    private final EvaluateSettings settings;
    private final Progress progress;

    DetectorEvaluation(SparkSession spark, EvaluateSettings settings, Progress progress) {
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
                stage(model, OneClassSvmModel.class)
                        .map(DetectorEvaluation::svmFit)
                        .orElseThrow(),
                stage(model, AutoencoderModel.class)
                        .map(DetectorEvaluation::training)
                        .orElse(null),
                stopwatch.seconds());
        return new DetectorRun(detector, model, scores, ranking, metrics);
    }

    private PipelineModel fit(Detector detector, Dataset<Row> train) {
        String name = detector.key() + ": fitting";
        progress.step(name);
        return detector.pipeline(settings.svm(), settings.autoencoder(), new EpochProgress(name, progress))
                .fit(train);
    }

    private List<Score> score(Detector detector, PipelineModel model, Dataset<Row> test) {
        progress.step(detector.key() + ": scoring");
        return ScoreRows.collect(model.transform(test));
    }

    private static <T> Optional<T> stage(PipelineModel model, Class<T> type) {
        return Arrays.stream(model.stages())
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    private static SvmFit svmFit(OneClassSvmModel model) {
        DecisionFunction function = model.decisionFunction();
        OneClassSvmSummary summary = model.summary().orElseThrow();
        return new SvmFit(
                function.gamma(),
                function.rho(),
                function.supportVectorCount(),
                summary.trainingRows(),
                summary.availableRows(),
                function.isConstant());
    }

    private static Training training(AutoencoderModel model) {
        AutoencoderSummary summary = model.summary().orElseThrow();
        return new Training(
                summary.loss().size(),
                summary.loss(),
                summary.validationLoss(),
                summary.finalLoss(),
                summary.deadUnits(),
                summary.collapsed(),
                summary.seed(),
                summary.restarts().stream()
                        .map(restart -> new Training.Restart(restart.seed(), restart.epoch(), restart.seconds()))
                        .toList());
    }
}
