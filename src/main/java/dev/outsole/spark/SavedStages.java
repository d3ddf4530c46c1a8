package dev.outsole.spark;

import dev.outsole.UserError;
import java.io.IOException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkContext;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.util.DefaultParamsReader;

/**
 * Looks at the stages of a saved pipeline before Spark makes them: it would make one of any class that the pipeline's files name, and run
 * whatever a {@code SQLTransformer} says. Made are those that are meant for it, {@link PlainStage}s, Outsole's own or of a jar on the class path.
 */
final class SavedStages {
    private static final String STAGES = "stages";
    private static final String UID = "[A-Za-z0-9_-]+";
    /** What Spark gives a stage's folder for a name: its number, and its uid. */
    private static final String FOLDER = "\\d+_" + UID;

    private SavedStages() {}

    /**
     * Checks the class of every stage.
     *
     * @throws UserError if one is no {@link PlainStage}
     */
    static void check(String pipeline, SparkContext spark) throws IOException {
        requireUids(StageMetadata.load(pipeline, spark, PipelineModel.class), pipeline);
        Path stages = new Path(pipeline, STAGES);
        FileSystem files = stages.getFileSystem(spark.hadoopConfiguration());
        for (FileStatus stage : files.listStatus(stages)) {
            String name = StageMetadata.className(stage.getPath().toString(), spark);
            String folder = stage.getPath().getName();
            if (!folder.matches(FOLDER)) {
                throw new UserError(
                        "the model in " + pipeline + " has a stage in a folder '" + folder + "': it is not loaded");
            }
            requirePlain(name, pipeline);
        }
    }

    /** A uid becomes a part of a path; with slashes in it, it could lead out of the directory. */
    private static void requireUids(DefaultParamsReader.Metadata metadata, String pipeline) {
        Object uids = metadata.getParamValue("stageUids").values();
        if (!String.valueOf(uids).matches("List\\((" + UID + "(, " + UID + ")*)?\\)")) {
            throw new UserError("the model in " + pipeline + " has stages named " + uids + ": it is not loaded");
        }
    }

    private static void requirePlain(String className, String pipeline) {
        try {
            Class<?> type = Class.forName(className, false, classLoader());
            if (!PlainStage.class.isAssignableFrom(type)) {
                throw new UserError("the model in " + pipeline + " has a stage of class " + className + ", which is no "
                        + PlainStage.class.getName() + ": it is not loaded");
            }
        } catch (ClassNotFoundException | LinkageError e) { // the latter: of another Java, or of another Outsole
            throw new UserError(
                    "the model in " + pipeline + " has a stage of class " + className
                            + ", which the class path doesn't have or can't load (" + e
                            + "): give its jar (-- --jars FILE)",
                    e);
        }
    }

    /** The one that Spark makes stages by. */
    private static ClassLoader classLoader() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context == null ? SavedStages.class.getClassLoader() : context;
    }
}
