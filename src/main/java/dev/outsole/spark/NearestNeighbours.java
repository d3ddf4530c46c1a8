package dev.outsole.spark;

import dev.outsole.image.ImageShape;
import dev.outsole.neighbour.NeighbourFunction;
import dev.outsole.neighbour.NeighbourOptions;
import dev.outsole.neighbour.NeighbourRows;
import dev.outsole.neighbour.PreparedImages;
import dev.outsole.pixel.PixelFeatures;
import dev.outsole.work.Attempt;
import java.util.List;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * How far a row is from its nearest among normal ones (Ramaswamy, Rastogi and Shim 2000) as a Spark ML estimator. All training rows are
 * brought to the driver, which needs about three times their size for it, and sent to the executors in blocks of at most 32 MiB: these need memory
 * for a few of them only, and disk for the others.
 */
public final class NearestNeighbours extends Estimator<NearestNeighboursModel>
        implements NearestNeighboursParams, ForeseenFit, DefaultParamsWritable {
    private static final long serialVersionUID = 1;

    private static final int COPIES = 3;

    private final String uid;
    private final Declared declared;

    public NearestNeighbours() {
        this(Identifiable$.MODULE$.randomUID("nearestNeighbours"));
    }

    /** For Spark, which makes a stage again under its old uid. */
    public NearestNeighbours(String uid) {
        this.uid = uid;
        this.declared = new Declared(this);
        setDefault(declared.featuresCol, "features");
        setDefault(declared.complexityCol, "");
        setDefault(declared.decisionCol, "decision_value");
        setDefault(declared.predictionCol, "prediction");
        setDefault(declared.k, NeighbourOptions.DEFAULT.k());
        setDefault(declared.contamination, NeighbourOptions.DEFAULT.contamination());
    }

    @Override
    public String uid() {
        return uid;
    }

    @Override
    public Declared declared() {
        return declared;
    }

    public NearestNeighbours setFeaturesCol(String value) {
        set(declared.featuresCol, value);
        return this;
    }

    /** Judges distances by what is usual among images as complex; empty: does not. */
    public NearestNeighbours setComplexityCol(String value) {
        set(declared.complexityCol, value);
        return this;
    }

    /**
     * Tells that the features of a row are what is made of its image, so that the model keeps the images, which are smaller. It checks that they are.
     *
     * @param column with the images, as bytes
     */
    public NearestNeighbours setImages(String column, PixelFeatures preparation) {
        set(declared.imageCol, column);
        set(declared.preparation, new double[] {
            preparation.shape().height(),
            preparation.shape().width(),
            preparation.squareRoot() ? 1 : 0,
            preparation.blurRadius(),
            preparation.gradientWeight()
        });
        return this;
    }

    public NearestNeighbours setDecisionCol(String value) {
        set(declared.decisionCol, value);
        return this;
    }

    public NearestNeighbours setPredictionCol(String value) {
        set(declared.predictionCol, value);
        return this;
    }

    public NearestNeighbours setK(int value) {
        set(declared.k, value);
        return this;
    }

    public NearestNeighbours setContamination(double value) {
        set(declared.contamination, value);
        return this;
    }

    /** Sets every hyperparameter. */
    public NearestNeighbours setOptions(NeighbourOptions options) {
        return setK(options.k()).setContamination(options.contamination());
    }

    /** All rows are brought to the driver. */
    @Override
    public void foresee(FitOutlook outlook) {
        outlook.width(getFeaturesCol()).ifPresent(width -> {
            double bytes = (double) Float.BYTES * outlook.rows() * width;
            String what = "nearest neighbours: " + outlook.rows() + " training rows of " + width + " features";
            outlook.requireResult(what, bytes);
            outlook.requireDriver(what, COPIES * bytes);
        });
    }

    @Override
    public NearestNeighboursModel fit(Dataset<?> dataset) {
        transformSchema(dataset.schema());
        NeighbourOptions options = neighbourOptions();
        Training training = DriverFits.takeTurn(
                TableSize.UNKNOWN,
                () -> hasImages(dataset.schema()) ? images(dataset.toDF()) : features(dataset.toDF()));
        NeighbourRows rows = training.rows();
        NeighbourFunction.requireNeighbours(rows, options.k());
        SharedRows shared = new SharedRows(rows);
        NeighbourFunction function = Attempt.of(
                        () -> fit(dataset.sparkSession(), shared, training.complexities(), options))
                .ifFailed(shared::release)
                .orThrow();
        JobMetrics.current().modelTrained();
        return copyValues(new NearestNeighboursModel(uid, function, shared).setParent(this), ParamMap.empty());
    }

    /** What the model keeps of its training rows, and how complex each is. */
    @SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
    private record Training(NeighbourRows rows, double[] complexities) {}

    private Training features(Dataset<Row> rows) {
        Features features = Features.of(rows.schema(), getFeaturesCol());
        MeasuredRows<float[]> measured = MeasuredRows.collect(rows, features::read, getComplexityCol());
        return new Training(new NeighbourRows(measured.rows().toArray(float[][]::new)), measured.complexities());
    }

    private boolean hasImages(StructType schema) {
        return isSet(declared.imageCol)
                && List.of(schema.fieldNames()).contains(getOrDefault(declared.imageCol))
                && schema.apply(getOrDefault(declared.imageCol)).dataType().equals(DataTypes.BinaryType);
    }

    private Training images(Dataset<Row> rows) {
        double[] how = getOrDefault(declared.preparation);
        PixelFeatures preparation =
                new PixelFeatures(new ImageShape((int) how[0], (int) how[1]), how[2] == 1, (int) how[3], how[4]);
        ImageSource source =
                new ImageSource(rows.schema(), getFeaturesCol(), getOrDefault(declared.imageCol), preparation);
        MeasuredRows<ImageSource.Prepared> measured = MeasuredRows.collect(rows, source::read, getComplexityCol());
        float[][] features =
                measured.rows().stream().map(ImageSource.Prepared::features).toArray(float[][]::new);
        byte[][] images =
                measured.rows().stream().map(ImageSource.Prepared::image).toArray(byte[][]::new);
        return new Training(
                NeighbourRows.of(features, new PreparedImages(preparation, images)), measured.complexities());
    }

    private static NeighbourFunction fit(
            SparkSession spark, SharedRows shared, double[] complexities, NeighbourOptions options) {
        double[][] distances = shared.leaveOneOut(spark, options.k());
        return NeighbourFunction.fit(shared.rows(), distances, complexities, options);
    }

    @Override
    public StructType transformSchema(StructType schema) {
        return outputSchema(schema);
    }

    @Override
    public NearestNeighbours copy(ParamMap extra) {
        return defaultCopy(extra);
    }

    public static NearestNeighbours load(String path) {
        return read().load(path);
    }

    /** Where Spark's {@code Pipeline.load} looks. */
    public static MLReader<NearestNeighbours> read() {
        return new DefaultParamsReader<>();
    }
}
