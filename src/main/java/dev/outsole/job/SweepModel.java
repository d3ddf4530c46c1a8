package dev.outsole.job;

import dev.outsole.config.Settings;
import dev.outsole.config.SweepSettings;
import dev.outsole.detector.Detector;
import dev.outsole.detector.DetectorOptions;
import dev.outsole.detector.Detectors;
import dev.outsole.image.ImageClass;
import dev.outsole.job.ModelEvaluation.Fitted;
import dev.outsole.spark.ClusterMemory;
import dev.outsole.spark.EpochListener;
import dev.outsole.spark.ImageTable;
import dev.outsole.spark.SavedModel;
import dev.outsole.spark.SharedTables;
import dev.outsole.sweep.ModelKey;
import java.io.IOException;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;

/** Fits and evaluates one model of a sweep, and keeps it. */
final class SweepModel {
    private final SparkContext spark;
    private final ModelEvaluation evaluation;
    private final Settings allSettings;
    private final SweepSettings settings;
    private final ImageTable images;
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
        this.allSettings = allSettings;
        this.settings = allSettings.sweep();
        this.evaluation = new ModelEvaluation(spark, test, settings.plan().abnormals());
        this.images = images;
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
        NormalImages normals = Images.normal(images, key.normal(), settings.calibrationFraction(), key.seed());
        EvaluatedModel model = evaluation.run(key, normals, () -> fit(key, normals), step -> describe(key, step));
        describe(key, "saving");
        save(model);
    }

    private void describe(ModelKey key, String step) {
        spark.setJobDescription(key + " · " + step);
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

    private void save(EvaluatedModel model) throws IOException {
        ModelKey key = model.key();
        Manifests manifests = new Manifests(allSettings, images.info(), key.normal(), key.seed());
        SavedModel saved =
                new SavedModel(manifests.of(Detectors.of(key.detector()), model.calibration()), model.model());
        store.save(key, model.result(), saved, model.scores());
    }
}
