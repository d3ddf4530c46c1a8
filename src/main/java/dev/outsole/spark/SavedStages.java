package dev.outsole.spark;

import dev.outsole.UserError;
import java.io.IOException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkContext;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.util.DefaultParamsReader;

/** Looks at the stages of a saved pipeline before Spark makes them: it would make one of any class that the pipeline's files name. */
final class SavedStages {
    private static final String STAGES = "stages";
    private static final String UID = "[A-Za-z0-9_-]+";
    /** What Spark gives a stage's folder for a name: its number, and its uid. */
    private static final String FOLDER = "\\d+_" + UID;

    private SavedStages() {}

    /**
     * Checks the class of every stage.
     *
     * @throws UserError if one is none of Outsole's
     */
    static void check(String pipeline, SparkContext spark) throws IOException {
        requireUids(StageMetadata.load(pipeline, spark, PipelineModel.class), pipeline);
        Path stages = new Path(pipeline, STAGES);
        FileSystem files = stages.getFileSystem(spark.hadoopConfiguration());
        for (FileStatus stage : files.listStatus(stages)) {
            String name = StageMetadata.className(stage.getPath().toString(), spark);
            if (!stage.getPath().getName().matches(FOLDER) || !isOurs(name)) {
                throw new UserError("the model in " + pipeline + " has a stage of class " + name + " in "
                        + stage.getPath().getName() + ", which is none of Outsole's: it is not loaded");
            }
        }
    }

    /** A uid becomes a part of a path; with slashes in it, it could lead out of the directory. */
    private static void requireUids(DefaultParamsReader.Metadata metadata, String pipeline) {
        Object uids = metadata.getParamValue("stageUids").values();
        if (!String.valueOf(uids).matches("List\\((" + UID + "(, " + UID + ")*)?\\)")) {
            throw new UserError("the model in " + pipeline + " has stages named " + uids + ": it is not loaded");
        }
    }

    private static boolean isOurs(String className) {
        try {
            Class<?> type = Class.forName(className, false, SavedStages.class.getClassLoader());
            return PlainStage.class.isAssignableFrom(type);
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
