package dev.outsole.spark;

import dev.outsole.UserError;
import dev.outsole.model.ManifestFile;
import dev.outsole.model.ModelManifest;
import dev.outsole.work.Attempt;
import dev.outsole.work.Failure;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.SparkSession;

/**
 * A trained model on disk: a {@link PipelineModel} with its {@link ModelManifest} in the same directory. Programs without Spark read the same
 * files.
 */
public record SavedModel(ModelManifest manifest, PipelineModel pipeline) {

    /** Writes a model to a new directory. */
    public static void save(SparkSession spark, PipelineModel pipeline, ModelManifest manifest, Path directory)
            throws IOException {
        pipeline.save(directory.toString());
        HadoopModelFiles files =
                new HadoopModelFiles(directory, spark.sparkContext().hadoopConfiguration());
        files.removeHadoopChecksums();
        ManifestFile.write(files, manifest);
    }

    /**
     * Reads a model, once every file of it has proved to be as it was written. Nothing in it is run, and no stage but {@link PlainStage}s is made.
     *
     * @throws UserError if it isn't a whole model
     */
    public static SavedModel load(SparkSession spark, String directory) {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        Path path = HadoopPaths.of(directory);
        ModelManifest manifest = ManifestFile.check(files(path, hadoop), directory);
        String qualified = qualified(path, hadoop);
        Attempt<SavedModel> attempt = Attempt.of(() -> {
            SavedStages.check(qualified, spark.sparkContext());
            return new SavedModel(manifest, SavedStages.load(qualified, spark.sparkContext()));
        });
        if (attempt instanceof Attempt.Failed<SavedModel> failed && isTheModels(failed.failure())) {
            Throwable e = failed.failure().thrown();
            throw new UserError("the model in " + directory + " can't be loaded (" + e + "): train it again", e);
        }
        return attempt.orThrow();
    }

    /** Its files are those that were written, but may be anybody's: whatever they lead to is their fault, but for what is the JVM's. */
    private static boolean isTheModels(Failure failure) {
        return failure.thrown() instanceof Exception && failure.userError().isEmpty() && !failure.isInterruption();
    }

    private static HadoopModelFiles files(Path directory, Configuration hadoop) {
        try {
            return new HadoopModelFiles(directory, hadoop);
        } catch (IOException e) {
            throw new UserError("can't read the model in " + directory + " (" + e.getMessage() + ")", e);
        }
    }

    private static String qualified(Path directory, Configuration hadoop) {
        try {
            return HadoopPaths.fileSystem(directory, hadoop)
                    .makeQualified(directory)
                    .toString();
        } catch (IOException e) {
            throw new UserError("can't read the model in " + directory + " (" + e.getMessage() + ")", e);
        }
    }
}
