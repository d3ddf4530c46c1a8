package dev.outsole.spark;

import dev.outsole.distance.DistanceLimit;
import dev.outsole.gaussian.GaussianFunction;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;

/**
 * A Gaussian as a Spark ML estimator: rows are judged by their Mahalanobis distance from the training rows' mean. The covariance matrix is
 * shrunk after Ledoit and Wolf (2004), so that there may be fewer rows than features. It learns from normal rows alone; what grows with them is
 * summed up where they are.
 */
public final class GaussianDistance extends Estimator<GaussianDistanceModel>
        implements LimitParams, ForeseenFit, DefaultParamsWritable {
    private static final long serialVersionUID = 1;

    /** Matrices of d × d doubles that are there at once. */
    private static final int COPIES = 4;

    private final String uid;
    private final Declared declared;

    public GaussianDistance() {
        this(Identifiable$.MODULE$.randomUID("gaussianDistance"));
    }

    /** For Spark, which makes a stage again under its old uid. */
    public GaussianDistance(String uid) {
        this.uid = uid;
        this.declared = declare(this);
        setDefault(declared.inputCol, "features");
        setDefault(declared.decisionCol, "decision_value");
        setDefault(declared.predictionCol, "prediction");
        setDefault(declared.contamination, DistanceLimit.DEFAULT_CONTAMINATION);
    }

    static Declared declare(Params parent) {
        return new Declared(
                parent,
                new Param<>(
                        parent,
                        "featuresCol",
                        "features: image bytes (scaled by 1/255), array<float>, array<double> or vector"));
    }

    @Override
    public String uid() {
        return uid;
    }

    @Override
    public Declared declared() {
        return declared;
    }

    public GaussianDistance setFeaturesCol(String value) {
        set(declared.inputCol, value);
        return this;
    }

    public GaussianDistance setDecisionCol(String value) {
        set(declared.decisionCol, value);
        return this;
    }

    public GaussianDistance setPredictionCol(String value) {
        set(declared.predictionCol, value);
        return this;
    }

    public GaussianDistance setContamination(double value) {
        set(declared.contamination, value);
        return this;
    }

    /** An executor sums products up, rounds and sends them; the driver decomposes what arrives. */
    @Override
    public void foresee(FitOutlook outlook) {
        outlook.width(getInputCol()).ifPresent(width -> {
            GaussianFunction.requireFeatures(width);
            double matrix = (double) Double.BYTES * width * width;
            String what = "the covariance of " + width + " features";
            outlook.requireExecutor(what, COPIES * matrix);
            outlook.requireDriver(what, COPIES * matrix);
            outlook.requireResult(what, matrix);
        });
    }

    @Override
    public GaussianDistanceModel fit(Dataset<?> dataset) {
        transformSchema(dataset.schema());
        GaussianFunction function;
        try (GaussianRows rows = GaussianRows.of(dataset.toDF(), getInputCol())) {
            function = rows.fit(getContamination());
        }
        JobMetrics.current().modelTrained();
        return copyValues(new GaussianDistanceModel(uid, function).setParent(this), ParamMap.empty());
    }

    @Override
    public StructType transformSchema(StructType schema) {
        Features.of(schema, getInputCol());
        return withOutput(schema);
    }

    @Override
    public GaussianDistance copy(ParamMap extra) {
        return defaultCopy(extra);
    }

    public static GaussianDistance load(String path) {
        return read().load(path);
    }

    /** Where Spark's {@code Pipeline.load} looks. */
    public static MLReader<GaussianDistance> read() {
        return new DefaultParamsReader<>();
    }
}
