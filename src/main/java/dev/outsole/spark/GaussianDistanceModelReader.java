package dev.outsole.spark;

import dev.outsole.gaussian.GaussianFunction;
import dev.outsole.gaussian.Whitening;
import java.util.List;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Row;

/** Loads what {@link GaussianDistanceModelWriter} saved. */
final class GaussianDistanceModelReader extends MLReader<GaussianDistanceModel> {

    @Override
    public GaussianDistanceModel load(String path) {
        DefaultParamsReader.Metadata metadata = StageMetadata.load(path, sc(), GaussianDistanceModel.class);
        GaussianFunction function = new GaussianFunction(whitening(path), SavedLimit.read(path, sc()));
        GaussianDistanceModel model = new GaussianDistanceModel(metadata.uid(), function);
        StageMetadata.restore(metadata, model);
        return model;
    }

    private Whitening whitening(String path) {
        List<Row> rows = ParquetFiles.read(
                        sparkSession(),
                        GaussianDistanceModelWriter.WHITENING_SCHEMA,
                        StageMetadata.data(path, GaussianDistanceModelWriter.WHITENING))
                .orderBy("index")
                .collectAsList();
        double[] mean = rows.stream().mapToDouble(row -> row.getDouble(1)).toArray();
        float[] triangle = new float[Math.toIntExact((long) mean.length * (mean.length + 1) / 2)];
        int next = 0;
        for (Row row : rows) {
            float[] entries = FloatArrays.of(row.getList(2));
            System.arraycopy(entries, 0, triangle, next, entries.length);
            next += entries.length;
        }
        return new Whitening(mean, triangle);
    }
}
