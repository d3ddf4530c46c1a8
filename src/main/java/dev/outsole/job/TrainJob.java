package dev.outsole.job;

import dev.outsole.config.Settings;
import dev.outsole.config.TrainSettings;
import dev.outsole.detector.Detector;
import dev.outsole.detector.DetectorOptions;
import dev.outsole.detector.Detectors;
import dev.outsole.image.ImageShape;
import dev.outsole.json.Json;
import dev.outsole.model.Calibration;
import dev.outsole.result.Stopwatch;
import dev.outsole.result.TrainingRun;
import dev.outsole.result.TrainingRun.TrainedDetector;
import dev.outsole.spark.ClusterMemory;
import dev.outsole.spark.EpochListener;
import dev.outsole.spark.HadoopPaths;
import dev.outsole.spark.ImageTable;
import dev.outsole.spark.SavedModel;
import dev.outsole.spark.Sessions;
import dev.outsole.spark.StagedDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.SparkSession;

/** {@code train}: models of one normal class, each with its calibration. */
public final class TrainJob {
    /** Written last: by it readers know a run directory that is complete. */
    static final String TRAINING = "training.json";

    private final Settings allSettings;
    private final TrainSettings settings;
    private final List<Detector> detectors;
    private final Progress progress;
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    public TrainJob(Settings settings, Progress progress) {
        this.allSettings = settings;
        this.settings = settings.train();
        this.detectors = this.settings.detectors().stream().map(Detectors::of).toList();
        this.progress = progress;
    }

    /** What the command shows at its end. */
    public record Outcome(TrainingRun run, String directory) {}

    /** Does it all; the run directory is complete or absent. */
    public Outcome run() {
        try (SparkSession spark =
                        Sessions.open("outsole train " + settings.normal().slug());
                ClusterMemory memory = ClusterMemory.open();
                StagedDirectory directory =
                        StagedDirectory.create(spark.sparkContext().hadoopConfiguration(), runDirectory(), TRAINING)) {
            TrainingRun run = directory.filled(() -> {
                progress.step("loading images");
                ImageTable images = Images.open(spark, settings.data());
                TrainingRun trained = train(spark, images, directory, memory);
                Json.write(directory.newFile(TRAINING), trained);
                return trained;
            });
            return new Outcome(run, directory.target().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path runDirectory() {
        return new Path(
                HadoopPaths.of(settings.output()),
                RunTime.of(start) + "-" + settings.normal().slug());
    }

    private TrainingRun train(SparkSession spark, ImageTable images, StagedDirectory directory, ClusterMemory memory)
            throws IOException {
        NormalImages drawn = Images.normal(images, settings.normal(), settings.calibrationFraction(), seed());
        NormalImages normals = drawn.withTraining(memory.cache(drawn.training()));
        long learnt = normals.read();
        ImageShape shape = images.info().shape();
        detectors.forEach(detector -> fit(spark, shape).foresee(detector, learnt));
        Map<String, TrainedDetector> trained = new LinkedHashMap<>();
        long heldOut = 0;
        for (Detector detector : detectors) {
            Stopwatch stopwatch = new Stopwatch();
            PipelineModel model = stopwatch.time("fit", () -> fit(spark, shape).fit(detector, normals.training()));
            Calibration calibration =
                    stopwatch.time("calibrate", () -> normals.calibrate(detector.key(), model, learnt));
            save(spark, images, new Fitted(detector, model, calibration), directory);
            heldOut = calibration.scores().size();
            trained.put(
                    detector.key(),
                    new TrainedDetector(ModelFacts.svm(model), ModelFacts.training(model), stopwatch.seconds()));
        }
        return run(images, learnt, heldOut, trained);
    }

    /** A model and its calibration. */
    private record Fitted(Detector detector, PipelineModel model, Calibration calibration) {}

    private DetectorFit fit(SparkSession spark, ImageShape shape) {
        DetectorOptions options = new DetectorOptions(
                shape, settings.svm(), settings.neighbours(), settings.autoencoder(), EpochListener.SILENT);
        return new DetectorFit(spark.sparkContext(), settings.normal(), options, progress);
    }

    private void save(SparkSession spark, ImageTable images, Fitted fitted, StagedDirectory directory)
            throws IOException {
        Manifests manifests = new Manifests(allSettings, images.info(), settings.normal(), seed());
        SavedModel.save(
                spark,
                fitted.model(),
                manifests.of(fitted.detector(), fitted.calibration()),
                directory.resolve("models/" + fitted.detector().key()));
    }

    private TrainingRun run(ImageTable images, long learnt, long heldOut, Map<String, TrainedDetector> trained) {
        return new TrainingRun(
                Build.current(),
                runDirectory().getName(),
                start.toString(),
                allSettings.asMap(),
                seed(),
                images.info().sha256(),
                settings.normal().name(),
                learnt,
                heldOut,
                trained);
    }

    private long seed() {
        return settings.autoencoder().seed();
    }
}
