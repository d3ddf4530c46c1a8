package dev.outsole.spark;

import dev.outsole.UserError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkContext;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.MLReader;
import scala.collection.JavaConverters;
import scala.collection.Seq;

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
            String name = StageMetadata.load(stage.getPath().toString(), spark).className();
            String folder = stage.getPath().getName();
            if (!folder.matches(FOLDER)) {
                throw new UserError(
                        "the model in " + pipeline + " has a stage in a folder '" + folder + "': it is not loaded");
            }
            requirePlain(name, pipeline);
        }
    }

    /** Makes the stages of a pipeline that has been checked, as Spark's {@code PipelineModel.load} would. */
    static PipelineModel load(String pipeline, SparkContext spark) throws ReflectiveOperationException {
        DefaultParamsReader.Metadata metadata = StageMetadata.load(pipeline, spark, PipelineModel.class);
        List<String> uids = uids(metadata);
        int digits = String.valueOf(uids.size()).length();
        List<Transformer> stages = new ArrayList<>();
        for (int i = 0; i < uids.size(); i++) {
            String folder = String.format(Locale.ROOT, "%0" + digits + "d_%s", i, uids.get(i));
            stages.add((Transformer) stage(new Path(new Path(pipeline, STAGES), folder).toString(), spark));
        }
        return new PipelineModel(metadata.uid(), stages);
    }

    private static Object stage(String path, SparkContext spark) throws ReflectiveOperationException {
        DefaultParamsReader.Metadata metadata = StageMetadata.load(path, spark);
        Class<?> type = Class.forName(metadata.className(), true, classLoader());
        MLReader<?> reader = (MLReader<?>) type.getMethod("read").invoke(null);
        if (!(reader instanceof DefaultParamsReader)) {
            return reader.load(path);
        }
        Params made = (Params) type.getConstructor(String.class).newInstance(metadata.uid());
        StageMetadata.restore(metadata, made);
        return made;
    }

    @SuppressWarnings("unchecked") // JSON's lists are Scala's
    private static List<String> uids(DefaultParamsReader.Metadata metadata) {
        return JavaConverters.seqAsJavaList(
                (Seq<String>) metadata.getParamValue("stageUids").values());
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
