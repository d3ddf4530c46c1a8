package dev.outsole.job;

import dev.outsole.UserError;
import dev.outsole.config.DataSettings;
import dev.outsole.config.EvaluateSettings;
import dev.outsole.config.Settings;
import dev.outsole.idx.IdxSource;
import dev.outsole.image.Split;
import dev.outsole.result.DetectorMetrics;
import dev.outsole.result.RunMetrics;
import dev.outsole.result.Stopwatch;
import dev.outsole.spark.Detector;
import dev.outsole.spark.ImageTable;
import dev.outsole.spark.Ingest;
import dev.outsole.spark.Sessions;
import dev.outsole.spark.StagedDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** {@code evaluate}: one pair of classes, every detector, one run directory. */
public final class EvaluateJob {
    private static final DateTimeFormatter RUN_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Settings allSettings;
    private final EvaluateSettings settings;
    private final List<Detector> detectors;
    private final Progress progress;
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Stopwatch stopwatch = new Stopwatch();

    public EvaluateJob(Settings settings, Progress progress) {
        this.allSettings = settings;
        this.settings = settings.evaluate();
        this.detectors = this.settings.detectors().stream().map(Detector::of).toList();
        this.progress = progress;
    }

    /** What the command shows at its end: the metrics, and where the rest is. */
    public record Outcome(RunMetrics metrics, String directory) {}

    /** Does it all; the run directory is complete or absent. */
    public Outcome run() {
        try (SparkSession spark =
                        Sessions.open("outsole evaluate " + settings.pair().slug());
                StagedDirectory directory = StagedDirectory.create(hadoop(spark), runDirectory())) {
            ImageTable images = openImages(spark);
            List<DetectorRun> runs = evaluate(spark, images);
            RunMetrics metrics = metrics(images, runs);
            new RunWriter(spark, directory, settings.pair()).write(metrics, runs, images);
            directory.commit();
            return new Outcome(metrics, directory.target().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Configuration hadoop(SparkSession spark) {
        return spark.sparkContext().hadoopConfiguration();
    }

    private Path runDirectory() {
        return new Path(
                settings.output(),
                RUN_TIME.format(start) + "-" + settings.pair().slug());
    }

    private ImageTable openImages(SparkSession spark) {
        progress.step("loading images");
        DataSettings data = settings.data();
        return stopwatch.time("load", () -> {
            if (!ImageTable.exists(hadoop(spark), data.table())) {
                new Ingest(spark).run(IdxSource.inFolder(data.source()), data.classes(), data.table());
            }
            ImageTable images = ImageTable.open(spark, data.table());
            requireSameClasses(images, data);
            return images;
        });
    }

    private static void requireSameClasses(ImageTable images, DataSettings data) {
        if (!images.info().classNames().equals(data.classes())) {
            throw new UserError("the image table in " + data.table() + " has classes "
                    + images.info().classes() + ", the settings have "
                    + data.classes().names() + ": set data.classes, or name another table");
        }
    }

    private List<DetectorRun> evaluate(SparkSession spark, ImageTable images) {
        Dataset<Row> train =
                images.images(Split.TRAIN, settings.pair().normal()).cache();
        Dataset<Row> test = images.images(
                        Split.TEST, settings.pair().normal(), settings.pair().abnormal())
                .cache();
        stopwatch.time("load", () -> train.count() + test.count());
        DetectorEvaluation evaluation = new DetectorEvaluation(spark, settings, progress);
        List<DetectorRun> runs = detectors.stream()
                .map(detector -> evaluation.run(detector, train, test))
                .toList();
        train.unpersist();
        test.unpersist();
        return runs;
    }

    private RunMetrics metrics(ImageTable images, List<DetectorRun> runs) {
        Map<String, DetectorMetrics> byDetector = new LinkedHashMap<>();
        runs.forEach(run -> byDetector.put(run.detector().key(), run.metrics()));
        Map<String, String> pair = new LinkedHashMap<>();
        pair.put("normal", settings.pair().normal().name());
        pair.put("abnormal", settings.pair().abnormal().name());
        return new RunMetrics(
                Version.current(),
                runDirectory().getName(),
                start.toString(),
                allSettings.asMap(),
                settings.autoencoder().seed(),
                images.info().sha256(),
                pair,
                byDetector,
                stopwatch.seconds());
    }
}
