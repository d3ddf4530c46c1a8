package dev.outsole.job;

import dev.outsole.UserError;
import dev.outsole.config.ScoreSettings;
import dev.outsole.json.Json;
import dev.outsole.model.Calibration;
import dev.outsole.result.ScoreSummary;
import dev.outsole.result.Stopwatch;
import dev.outsole.secret.Redaction;
import dev.outsole.spark.HadoopPaths;
import dev.outsole.spark.ImageInput;
import dev.outsole.spark.ImageScores;
import dev.outsole.spark.ImageSum;
import dev.outsole.spark.IncomingImages;
import dev.outsole.spark.ParquetFiles;
import dev.outsole.spark.SavedModel;
import dev.outsole.spark.Sessions;
import dev.outsole.spark.StagedDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
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

    /**
     * What the command shows at its end.
     *
     * @param failure why the run has failed although its scores are there, if it has
     */
    public record Outcome(ScoreSummary summary, String directory, Optional<String> failure) {}

    /** Does it all; the output directory is complete or absent. */
    public Outcome run() {
        try (SparkSession spark = Sessions.open("outsole score");
                StagedDirectory directory = output(spark)) {
            ScoreSummary summary = directory.filled(() -> score(spark, directory));
            return new Outcome(summary, directory.target().toString(), failure(summary));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ScoreSummary score(SparkSession spark, StagedDirectory directory) throws IOException {
        progress.step("loading the model");
        SavedModel model = stopwatch.time("load", () -> SavedModel.load(spark, settings.model()));
        OptionalDouble threshold = threshold(model.manifest().calibration());
        try (IncomingImages images = open(spark, model)) {
            Path folder = directory.resolve(SCORES);
            score(spark.sparkContext(), ImageScores.of(model, images.good(), threshold), folder);
            ImageScores.Figures figures = stopwatch.time("sum up", () -> ImageScores.figures(spark, folder));
            requireDefined(model, figures);
            reject(images, model, figures.images(), directory.resolve(REJECTED));
            ScoreSummary summary = summary(model, images, figures, threshold);
            Json.write(directory.newFile(SUMMARY), summary);
            return summary;
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
                () -> ImageInput.open(spark, settings.input(), model.manifest().shape(), settings.pictures()));
    }

    private StagedDirectory output(SparkSession spark) {
        return StagedDirectory.create(
                spark.sparkContext().hadoopConfiguration(), HadoopPaths.of(settings.output()), SUMMARY);
    }

    private void score(SparkContext spark, Dataset<Row> scores, Path folder) {
        spark.setJobDescription("scoring " + settings.input());
        long start = System.nanoTime();
        TaskProgress.show(spark, "scoring", progress, () -> scores.write().parquet(folder.toString()));
        stopwatch.add("score", System.nanoTime() - start);
    }

    private static void requireDefined(SavedModel model, ImageScores.Figures figures) {
        if (figures.undefined() > 0) {
            throw new UserError("the detector " + model.manifest().detector() + " gave " + figures.undefined() + " of "
                    + figures.count() + " images no finite decision value: mend it, or use another model");
        }
    }

    /** Looks for the bad ones only if there are some. Each image is scored or rejected, or the run fails. */
    private void reject(IncomingImages images, SavedModel model, ImageSum scored, Path folder) {
        long count = images.count() - scored.count();
        Dataset<Row> rejected = count == 0 ? images.rejected().limit(0).coalesce(1) : images.rejected();
        progress.step("listing rejected images");
        stopwatch.time("reject", () -> {
            rejected.write().parquet(folder.toString());
            return folder;
        });
        Dataset<Row> listed = ParquetFiles.read(rejected.sparkSession(), rejected.schema(), folder);
        requireAll(images, model, scored, ImageSum.of(listed.drop(IncomingImages.REASON)));
        if (count > 0 && settings.strict()) {
            throw new UserError(count + " of " + images.count() + " images can't be scored, the first is "
                    + listed.head() + ": mend or remove them, or leave out --strict");
        }
    }

    private void requireAll(IncomingImages images, SavedModel model, ImageSum scored, ImageSum rejected) {
        if (!scored.plus(rejected).equals(stopwatch.time("compare", images::sum))) {
            throw new UserError("of " + images.count() + " images " + scored.count() + " were scored and "
                    + rejected.count() + " rejected, but not each once: the detector "
                    + model.manifest().detector() + " loses, doubles or renames images, or " + settings.input()
                    + " has changed meanwhile; mend it, and score again");
        }
    }

    private Optional<String> failure(ScoreSummary summary) {
        if (summary.images() == 0) {
            return Optional.of(
                    "none of " + summary.rejected() + " images could be scored: " + REJECTED + "/ tells why");
        }
        return settings.limit().allows(summary.rejected(), summary.images() + summary.rejected())
                ? Optional.empty()
                : Optional.of(summary.rejected() + " of " + (summary.images() + summary.rejected())
                        + " images could not be scored, more than --max-rejected allows: " + REJECTED
                        + "/ tells which, and why");
    }

    private ScoreSummary summary(
            SavedModel model, IncomingImages images, ImageScores.Figures figures, OptionalDouble threshold) {
        return new ScoreSummary(
                Build.current(),
                Redaction.of(settings.model()),
                model.manifest().detector(),
                model.manifest().normal(),
                Redaction.of(settings.input()),
                figures.count(),
                images.count() - figures.count(),
                images.leftOut(),
                figures.abnormal(),
                figures.count() == 0 ? 0 : (double) figures.abnormal() / figures.count(),
                threshold.orElse(0),
                threshold.isPresent() ? settings.falseAlarmRate() : null,
                figures.quantiles(),
                stopwatch.seconds(),
                images.count() / stopwatch.seconds().getOrDefault("score", 1.0));
    }
}
