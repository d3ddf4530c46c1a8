package dev.outsole.spark;

import dev.outsole.UserError;
import dev.outsole.json.Json;
import dev.outsole.svm.DecisionFunction;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkContext;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Row;

/** Loads what {@link OneClassSvmModelWriter} saved. */
final class OneClassSvmModelReader extends MLReader<OneClassSvmModel> {

    @Override
    public OneClassSvmModel load(String path) {
        DefaultParamsReader.Metadata metadata = StageMetadata.load(path, sc(), OneClassSvmModel.class);
        OneClassSvmModel model = new OneClassSvmModel(metadata.uid(), function(path), null);
        StageMetadata.restore(metadata, model);
        return model;
    }

    private DecisionFunction function(String path) {
        List<Row> vectors = ParquetFiles.read(
                        sparkSession(),
                        OneClassSvmModelWriter.SUPPORT_VECTORS_SCHEMA,
                        StageMetadata.data(path, OneClassSvmModelWriter.SUPPORT_VECTORS))
                .orderBy("index")
                .collectAsList();
        return function(scalars(StageMetadata.data(path, OneClassSvmModelWriter.SCALARS), sc()), vectors);
    }

    /** @param vectors in the order of their index */
    static DecisionFunction function(OneClassSvmModelWriter.Scalars scalars, List<Row> vectors) {
        return new DecisionFunction(scalars.gamma(), scalars.rho(), vectors(vectors), coefficients(vectors));
    }

    static OneClassSvmModelWriter.Scalars scalars(Path file, SparkContext spark) {
        try (InputStream in = file.getFileSystem(spark.hadoopConfiguration()).open(file)) {
            return Json.read(in, OneClassSvmModelWriter.Scalars.class);
        } catch (IOException e) {
            throw new UserError("can't load a one-class SVM from " + file.getParent() + " (" + e.getMessage() + ")", e);
        }
    }

    private static double[] coefficients(List<Row> rows) {
        return rows.stream().mapToDouble(row -> row.getDouble(1)).toArray();
    }

    private static float[][] vectors(List<Row> rows) {
        return rows.stream().map(row -> FloatArrays.of(row.getList(2))).toArray(float[][]::new);
    }
}
