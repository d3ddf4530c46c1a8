package dev.outsole.spark;

import dev.outsole.gaussian.GaussianFunction;
import dev.outsole.gaussian.Whitening;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Saves a {@link GaussianDistanceModel}: the limit as JSON, and a row of Parquet for each feature. */
final class GaussianDistanceModelWriter extends MLWriter {
    static final String WHITENING = "whitening";
    /** Feature, its mean, and its row of the whitening matrix's transpose from the diagonal on. */
    static final StructType WHITENING_SCHEMA = new StructType()
            .add("index", DataTypes.IntegerType)
            .add("mean", DataTypes.DoubleType)
            .add("row", DataTypes.createArrayType(DataTypes.FloatType, false));

    private final GaussianDistanceModel model;

    GaussianDistanceModelWriter(GaussianDistanceModel model) {
        this.model = model;
    }

    @Override
    public void saveImpl(String path) {
        StageMetadata.save(model, path, sc());
        SavedLimit.write(model.function().limit(), path, sc());
        ModelTable.write(
                sparkSession(),
                model.function(),
                GaussianDistanceModelWriter::rows,
                WHITENING_SCHEMA,
                StageMetadata.data(path, WHITENING).toString());
    }

    private static Iterator<Row> rows(GaussianFunction function) {
        Whitening whitening = function.whitening();
        int width = whitening.dimension();
        return IntStream.range(0, width)
                .mapToObj(i -> RowFactory.create(i, whitening.mean()[i], row(whitening.triangle(), width, i)))
                .iterator();
    }

    private static float[] row(float[] triangle, int width, int i) {
        int start = Math.toIntExact((long) i * (2L * width - i + 1) / 2);
        return Arrays.copyOfRange(triangle, start, start + width - i);
    }
}
