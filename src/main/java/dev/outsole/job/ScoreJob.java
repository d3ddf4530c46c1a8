package dev.outsole.job;

import dev.outsole.UserError;
import dev.outsole.config.ScoreSettings;
import dev.outsole.json.Json;
import dev.outsole.model.Calibration;
import dev.outsole.result.ScoreSummary;
import dev.outsole.result.Stopwatch;
import dev.outsole.spark.HadoopPaths;
import dev.outsole.spark.ImageInput;
import dev.outsole.spark.ImageScores;
import dev.outsole.spark.IncomingImages;
import dev.outsole.spark.SavedModel;
import dev.outsole.spark.Sessions;
import dev.outsole.spark.StagedDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalDouble;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** {@code score}: applies a saved model to any number of images. */
public final class ScoreJob {
    /** Written last: by it readers know an output directory that is complete. */
    static final String SUMMARY = "summary.json";

    private static final String SCORES = "scores";
    private static final String REJECTED = "rejected";

    private final ScoreSettings settings;
    private final Progress progress;
    private final Stopwatch stopwatch = new Stopwatch();

    public ScoreJob(ScoreSettings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /** What the command shows at its end. */
    public record Outcome(ScoreSummary summary, String directory) {}

    /** Does it all; the output directory is complete or absent. */
    public Outcome run() {
        try (SparkSession spark = Sessions.open("outsole score");
                StagedDirectory directory = output(spark)) {
            progress.step("loading the model");
            SavedModel model = stopwatch.time("load", () -> SavedModel.load(spark, settings.model()));
            OptionalDouble threshold = threshold(model.manifest().calibration());
            try (IncomingImages images = open(spark, model)) {
                String folder = directory.resolve(SCORES).toString();
                score(spark.sparkContext(), ImageScores.of(model, images.good(), threshold), folder);
                ImageScores.Figures figures = stopwatch.time("sum up", () -> ImageScores.figures(spark, folder));
                reject(images, images.count() - figures.count(), directory.resolve(REJECTED));
                ScoreSummary summary = summary(model, images.count(), figures, threshold);
                Json.write(directory.newFile(SUMMARY), summary);
                directory.commit();
                return new Outcome(summary, directory.target().toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private OptionalDouble threshold(Calibration calibration) {
        return calibration.isPresent()
                ? OptionalDouble.of(calibration.threshold(settings.falseAlarmRate()))
                : OptionalDouble.empty();
    }

    private IncomingImages open(SparkSession spark, SavedModel model) {
        progress.step("looking for images");
        return stopwatch.time(
                "look",
                () -> ImageInput.open(spark, settings.input(), model.manifest().shape()));
    }

    private StagedDirectory output(SparkSession spark) {
        return StagedDirectory.create(
                spark.sparkContext().hadoopConfiguration(), HadoopPaths.of(settings.output()), SUMMARY);
    }

    private void score(SparkContext spark, Dataset<Row> scores, String folder) {
        spark.setJobDescription("scoring " + settings.input());
        long start = System.nanoTime();
        TaskProgress.show(spark, "scoring", progress, () -> scores.write().parquet(folder));
        stopwatch.add("score", System.nanoTime() - start);
    }

    /** Looks for the bad ones only if there are some. */
    private void reject(IncomingImages images, long count, Path folder) {
        Dataset<Row> rejected = images.rejected();
        if (count == 0) {
            rejected = rejected.limit(0).coalesce(1);
        } else if (settings.strict()) {
            Row first = rejected.head();
            throw new UserError(count + " of " + images.count() + " images can't be scored, the first is " + first
                    + ": mend or remove them, or leave out --strict");
        }
        progress.step("listing rejected images");
        Dataset<Row> listed = rejected;
        stopwatch.time("reject", () -> {
            listed.write().parquet(folder.toString());
            return folder;
        });
    }

    private ScoreSummary summary(SavedModel model, long images, ImageScores.Figures figures, OptionalDouble threshold) {
        return new ScoreSummary(
                Build.current(),
                settings.model(),
                model.manifest().detector(),
                model.manifest().normal(),
                settings.input(),
                figures.count(),
                images - figures.count(),
                figures.abnormal(),
                figures.count() == 0 ? 0 : (double) figures.abnormal() / figures.count(),
                threshold.orElse(0),
                threshold.isPresent() ? settings.falseAlarmRate() : null,
                figures.quantiles(),
                stopwatch.seconds(),
                images / stopwatch.seconds().getOrDefault("score", 1.0));
    }
}
