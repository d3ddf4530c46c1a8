package dev.outsole.spark;

import dev.outsole.distance.DistanceLimit;
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
 * Makes a detector of an {@link Autoencoder}'s reconstruction error (Japkowicz, Myers and Gluck 1995), as a Spark ML estimator: what the network
 * has learnt to reproduce is normal. It learns how large the error of normal rows is, which come to the driver as a number each.
 */
public final class ErrorLimit extends Estimator<ErrorLimitModel> implements LimitParams, DefaultParamsWritable {
    private static final long serialVersionUID = 1;

    private final String uid;
    private final Declared declared;

    public ErrorLimit() {
        this(Identifiable$.MODULE$.randomUID("errorLimit"));
    }

    /** For Spark, which makes a stage again under its old uid. */
    public ErrorLimit(String uid) {
        this.uid = uid;
        this.declared = declare(this);
        setDefault(declared.inputCol, "reconstruction_error");
        setDefault(declared.decisionCol, "decision_value");
        setDefault(declared.predictionCol, "prediction");
        setDefault(declared.contamination, DistanceLimit.DEFAULT_CONTAMINATION);
    }

    static Declared declare(Params parent) {
        return new Declared(
                parent, new Param<>(parent, "errorCol", "reconstruction error of a row, at least 0 (double)"));
    }

    @Override
    public String uid() {
        return uid;
    }

    @Override
    public Declared declared() {
        return declared;
    }

    public ErrorLimit setErrorCol(String value) {
        set(declared.inputCol, value);
        return this;
    }

    public ErrorLimit setDecisionCol(String value) {
        set(declared.decisionCol, value);
        return this;
    }

    public ErrorLimit setPredictionCol(String value) {
        set(declared.predictionCol, value);
        return this;
    }

    public ErrorLimit setContamination(double value) {
        set(declared.contamination, value);
        return this;
    }

    @Override
    public ErrorLimitModel fit(Dataset<?> dataset) {
        transformSchema(dataset.schema());
        double[] errors = dataset.select(dataset.col("`" + getInputCol() + "`")).collectAsList().stream()
                .mapToDouble(row -> Errors.of(row.get(0), getInputCol()))
                .toArray();
        DistanceLimit limit = DistanceLimit.of(errors, getContamination());
        JobMetrics.current().modelTrained();
        return copyValues(new ErrorLimitModel(uid, limit).setParent(this), ParamMap.empty());
    }

    @Override
    public StructType transformSchema(StructType schema) {
        Errors.check(schema, getInputCol());
        return withOutput(schema);
    }

    @Override
    public ErrorLimit copy(ParamMap extra) {
        return defaultCopy(extra);
    }

    public static ErrorLimit load(String path) {
        return read().load(path);
    }

    /** Where Spark's {@code Pipeline.load} looks. */
    public static MLReader<ErrorLimit> read() {
        return new DefaultParamsReader<>();
    }
}
