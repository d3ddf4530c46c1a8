package dev.outsole.spark;

import dev.outsole.UserError;
import dev.outsole.spark.legacy.OldStage;
import dev.outsole.tensor.StageNumbers;
import dev.outsole.tensor.TensorFile;
import java.io.IOException;
import java.util.function.BiFunction;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.SparkSession;

/** Loads a stage of any kind that {@link StageWriter} saved, or version 0.1.0. It runs no Spark job, but for the latter. */
final class StageReader<M extends Params> extends MLReader<M> {
    private final Class<M> type;
    private final BiFunction<String, StageNumbers, M> maker;

    /** @param maker gives a stage with this uid and these numbers, to which the parameters are added */
    StageReader(Class<M> type, BiFunction<String, StageNumbers, M> maker) {
        this.type = type;
        this.maker = maker;
    }

    @Override
    public M load(String path) {
        DefaultParamsReader.Metadata metadata = StageMetadata.load(path, sc(), type);
        M stage = maker.apply(metadata.uid(), numbers(sparkSession(), new Path(path)));
        StageMetadata.restore(metadata, stage);
        return stage;
    }

    /** @throws UserError if they are not there, or damaged */
    static StageNumbers numbers(SparkSession spark, Path stage) {
        try {
            FileSystem files =
                    HadoopPaths.fileSystem(stage, spark.sparkContext().hadoopConfiguration());
            Path file = new Path(stage, TensorFile.NAME);
            return files.exists(file)
                    ? TensorFile.read(files.open(file))
                    : new OldStage(
                                    files,
                                    stage,
                                    table -> ParquetFiles.read(spark, table).collectAsList())
                            .numbers();
        } catch (IOException e) {
            throw new UserError(
                    "can't load the stage in " + stage + " (" + e.getMessage()
                            + "): copy the model again from where it was trained, or train it again",
                    e);
        }
    }
}
