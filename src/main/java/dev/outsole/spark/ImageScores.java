package dev.outsole.spark;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile_approx;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import dev.outsole.UserError;
import dev.outsole.model.Calibration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/** The scores of images, as {@code score} writes them: what identifies an image, and the columns {@link #ADDED}. */
public final class ImageScores {
    /** Those of a detector without an embedding or without calibration are null where they would come from it. */
    static final List<String> ADDED =
            List.of("decision_value", "prediction", "p_value", "embedding", "reconstruction_error");

    private static final double[] QUANTILES = {0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1};
    /** A quantile's rank is off by at most a ten-thousandth of the count, and by nothing where that is small. */
    private static final int ACCURACY = 10_000;

    private ImageScores() {}

    /**
     * What scores amount to.
     *
     * @param images which they are of
     * @param abnormal how many of them are abnormal
     * @param undefined how many have no finite decision value
     * @param quantiles of the decision values, by their order
     */
    public record Figures(ImageSum images, long abnormal, long undefined, Map<String, Double> quantiles) {

        /** How many there are. */
        public long count() {
            return images.count();
        }
    }

    /**
     * Scores images.
     *
     * @param images with a column {@code pixels}
     * @param threshold a decision value below it is abnormal; if there is none, the detector's own prediction counts
     */
    public static Dataset<Row> of(SavedModel model, Dataset<Row> images, OptionalDouble threshold) {
        List<String> identifying = new ArrayList<>(Arrays.asList(images.columns()));
        identifying.remove(IncomingImages.PIXELS);
        Dataset<Row> scored = measuringReconstruction(model.pipeline()).transform(images);
        List<String> present = Arrays.asList(scored.columns());
        List<Column> columns = new ArrayList<>();
        identifying.forEach(name -> columns.add(scored.col("`" + name + "`")));
        columns.add(required(scored, "decision_value"));
        columns.add(prediction(scored, threshold).as("prediction"));
        columns.add(pValue(model.manifest().calibration()).as("p_value"));
        columns.add(
                present.contains("embedding")
                        ? col("embedding")
                        : lit(null).cast("array<float>").as("embedding"));
        columns.add(
                present.contains("reconstruction_error")
                        ? col("reconstruction_error")
                        : lit(null).cast(DataTypes.DoubleType).as("reconstruction_error"));
        return scored.select(columns.toArray(Column[]::new));
    }

    private static PipelineModel measuringReconstruction(PipelineModel model) {
        for (Transformer stage : model.stages()) {
            if (stage instanceof AutoencoderModel autoencoder) {
                autoencoder.setReconstructionErrorCol("reconstruction_error");
            }
        }
        return model;
    }

    private static Column required(Dataset<Row> scored, String column) {
        if (!Arrays.asList(scored.columns()).contains(column)) {
            throw new UserError("the model writes no " + column + ", but columns " + Arrays.asList(scored.columns())
                    + ": it is no detector");
        }
        return scored.col(column);
    }

    private static Column prediction(Dataset<Row> scored, OptionalDouble threshold) {
        return threshold.isEmpty()
                ? required(scored, "prediction")
                : when(col("decision_value").lt(threshold.getAsDouble()), 0.0).otherwise(1.0);
    }

    private static Column pValue(Calibration calibration) {
        if (!calibration.isPresent()) {
            return lit(null).cast(DataTypes.DoubleType);
        }
        UDF1<Double, Double> lookUp = calibration.pValues()::of;
        return udf(lookUp, DataTypes.DoubleType).apply(col("decision_value"));
    }

    /** Of scores that have been written. */
    public static Figures figures(SparkSession spark, Path folder) {
        Dataset<Row> scores = ParquetFiles.read(spark, folder);
        List<String> identifying = new ArrayList<>(Arrays.asList(scores.columns()));
        identifying.removeAll(ADDED);
        List<Column> more = new ArrayList<>(Arrays.asList(ImageSum.columns(scores, identifying)));
        more.add(count(when(col("prediction").equalTo(0.0), 1)));
        Column[] orders = Arrays.stream(QUANTILES).mapToObj(functions::lit).toArray(Column[]::new);
        Column value = col("decision_value");
        more.add(count(when(value.isNull().or(isnan(value)).or(abs(value).equalTo(Double.POSITIVE_INFINITY)), 1)));
        more.add(percentile_approx(col("decision_value"), array(orders), lit(ACCURACY)));
        Row row = scores.agg(more.get(0), more.subList(1, more.size()).toArray(Column[]::new))
                .head();
        Map<String, Double> quantiles = new LinkedHashMap<>();
        for (int i = 0; i < QUANTILES.length && !row.isNullAt(5); i++) {
            quantiles.put(String.valueOf(QUANTILES[i]), row.<Double>getList(5).get(i));
        }
        JobMetrics.current().imagesScored(row.getLong(0));
        return new Figures(ImageSum.of(row, 0), row.getLong(3), row.getLong(4), quantiles);
    }
}
