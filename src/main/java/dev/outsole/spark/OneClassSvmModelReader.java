package dev.outsole.spark;

import dev.outsole.svm.DecisionFunction;
import java.util.List;
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
        Row scalars = sparkSession()
                .read()
                .schema(OneClassSvmModelWriter.SCALARS_SCHEMA)
                .parquet(StageMetadata.data(path, OneClassSvmModelWriter.SCALARS))
                .head();
        List<Row> vectors = sparkSession()
                .read()
                .schema(OneClassSvmModelWriter.SUPPORT_VECTORS_SCHEMA)
                .parquet(StageMetadata.data(path, OneClassSvmModelWriter.SUPPORT_VECTORS))
                .orderBy("index")
                .collectAsList();
        return new DecisionFunction(
                scalars.getDouble(0), scalars.getDouble(1), vectors(vectors), coefficients(vectors));
    }

    private static double[] coefficients(List<Row> rows) {
        return rows.stream().mapToDouble(row -> row.getDouble(1)).toArray();
    }

    private static float[][] vectors(List<Row> rows) {
        return rows.stream().map(row -> FloatArrays.of(row.getList(2))).toArray(float[][]::new);
    }
}
