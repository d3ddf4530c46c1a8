package dev.outsole.spark;

import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkContext;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsReader$;
import org.apache.spark.ml.util.DefaultParamsWriter$;
import scala.Option;

/** The part of a saved stage that Spark defines: class, uid and parameters as JSON. One place for its Scala calls. */
final class StageMetadata {

    private StageMetadata() {}

    static void save(Params stage, String path, SparkContext spark) {
        DefaultParamsWriter$.MODULE$.saveMetadata(stage, path, spark, Option.empty(), Option.empty());
    }

    /** The metadata of a stage saved in this folder, which must be of this class. */
    static DefaultParamsReader.Metadata load(String path, SparkContext spark, Class<?> type) {
        return DefaultParamsReader$.MODULE$.loadMetadata(path, spark, type.getName());
    }

    /** The class of a stage saved in this folder; it isn't loaded. */
    static String className(String path, SparkContext spark) {
        return DefaultParamsReader$.MODULE$.loadMetadata(path, spark, "").className();
    }

    /** Gives a stage the parameters it was saved with. */
    static void restore(DefaultParamsReader.Metadata metadata, Params stage) {
        metadata.getAndSetParams(stage, Option.empty());
    }

    /** A folder or file of the stage's own data beside its metadata. */
    static Path data(String path, String name) {
        return new Path(path, name);
    }
}
