package dev.outsole.job;

import dev.outsole.config.EvaluateSettings;
import dev.outsole.config.Settings;
import dev.outsole.detector.Detector;
import dev.outsole.detector.DetectorOptions;
import dev.outsole.detector.Detectors;
import dev.outsole.image.ClassPair;
import dev.outsole.image.ImageClass;
import dev.outsole.image.Split;
import dev.outsole.job.ModelEvaluation.Fitted;
import dev.outsole.result.DetectorMetrics;
import dev.outsole.result.RunMetrics;
import dev.outsole.result.Stopwatch;
import dev.outsole.spark.ClusterMemory;
import dev.outsole.spark.EpochListener;
import dev.outsole.spark.HadoopPaths;
import dev.outsole.spark.ImageTable;
import dev.outsole.spark.Sessions;
import dev.outsole.spark.StagedDirectory;
import dev.outsole.sweep.ModelKey;
import dev.outsole.sweep.ModelResult;
import dev.outsole.sweep.PairFigures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** {@code evaluate}: one pair of classes, every detector, one run directory. */
public final class EvaluateJob {
    private final Settings allSettings;
    private final EvaluateSettings settings;
    private final List<Detector> detectors;
    private final Progress progress;
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Stopwatch stopwatch = new Stopwatch();

    public EvaluateJob(Settings settings, Progress progress) {
        this.allSettings = settings;
        this.settings = settings.evaluate();
        this.detectors = this.settings.detectors().stream().map(Detectors::of).toList();
        this.progress = progress;
    }

    /** What the command shows at its end: the metrics, and where the rest is. */
    public record Outcome(RunMetrics metrics, String directory) {}

    /** Does it all; the run directory is complete or absent. */
    public Outcome run() {
        try (SparkSession spark =
                        Sessions.open("outsole evaluate " + settings.pair().slug());
                ClusterMemory memory = ClusterMemory.open();
                StagedDirectory directory = StagedDirectory.create(hadoop(spark), runDirectory(), RunWriter.METRICS)) {
            RunMetrics metrics = directory.filled(() -> {
                ImageTable images = openImages(spark);
                List<EvaluatedModel> runs = evaluate(spark, images, memory);
                RunMetrics found = metrics(images, runs);
                new RunWriter(spark, directory, settings.pair(), manifests(images)).write(found, runs, images);
                return found;
            });
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
                HadoopPaths.of(settings.output()),
                RunTime.of(start) + "-" + settings.pair().slug());
    }

    private ImageTable openImages(SparkSession spark) {
        progress.step("loading images");
        return stopwatch.time("load", () -> Images.open(spark, settings.data()));
    }

    private List<EvaluatedModel> evaluate(SparkSession spark, ImageTable images, ClusterMemory memory) {
        ClassPair pair = settings.pair();
        long seed = settings.autoencoder().seed();
        NormalImages drawn = Images.normal(images, pair.normal(), settings.calibrationFraction(), seed);
        NormalImages normals = drawn.withTraining(memory.cache(drawn.training()));
        long learnt = stopwatch.time("load", normals::read);
        DetectorFit fit = fit(spark, images);
        detectors.forEach(detector -> fit.foresee(detector, learnt));
        TestImages test = stopwatch.time("load", () -> test(images, memory));
        ModelEvaluation evaluation = new ModelEvaluation(spark, test, List.of(pair.abnormal()));
        return detectors.stream()
                .map(detector -> ClusterMemory.during(() -> evaluation.run(
                        new ModelKey(detector.key(), pair.normal(), seed),
                        normals,
                        () -> new Fitted(fit.fit(detector, normals.training()), learnt),
                        step -> fit.began(detector, step))))
                .toList();
    }

    private DetectorFit fit(SparkSession spark, ImageTable images) {
        DetectorOptions options = new DetectorOptions(
                images.info().shape(),
                settings.svm(),
                settings.neighbours(),
                settings.autoencoder(),
                EpochListener.SILENT);
        return new DetectorFit(spark.sparkContext(), settings.pair().normal(), options, progress);
    }

    private TestImages test(ImageTable images, ClusterMemory memory) {
        List<ImageClass> classes =
                List.of(settings.pair().normal(), settings.pair().abnormal());
        return new TestImages(
                memory.cache(Images.test(images, classes)), images.info().count(Split.TEST, classes));
    }

    private Manifests manifests(ImageTable images) {
        return new Manifests(
                allSettings,
                images.info(),
                settings.pair().normal(),
                settings.autoencoder().seed());
    }

    private RunMetrics metrics(ImageTable images, List<EvaluatedModel> runs) {
        Map<String, DetectorMetrics> byDetector = new LinkedHashMap<>();
        runs.forEach(run -> byDetector.put(run.key().detector(), metrics(run.result())));
        Map<String, String> pair = new LinkedHashMap<>();
        pair.put("normal", settings.pair().normal().name());
        pair.put("abnormal", settings.pair().abnormal().name());
        return new RunMetrics(
                Build.current(),
                runDirectory().getName(),
                start.toString(),
                allSettings.asMap(),
                settings.autoencoder().seed(),
                images.info().sha256(),
                pair,
                byDetector,
                stopwatch.seconds());
    }

    private static DetectorMetrics metrics(ModelResult result) {
        PairFigures pair = result.pairs().get(0);
        return new DetectorMetrics(pair.metrics(), pair.confusion(), result.svm(), result.training(), result.seconds());
    }
}
