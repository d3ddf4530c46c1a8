package dev.outsole.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import dev.outsole.distance.DistanceLimit;
import dev.outsole.model.StageForm;
import dev.outsole.tensor.StageNumbers;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A fitted {@link ErrorLimit}: adds decision value (higher is more normal) and prediction to every row. */
public final class ErrorLimitModel extends Model<ErrorLimitModel> implements LimitParams, StoredStage {
    private static final long serialVersionUID = 1;

    private final String uid;
    private final Declared declared;
    private final DistanceLimit limit;

    ErrorLimitModel(String uid, DistanceLimit limit) {
        this.uid = uid;
        this.declared = ErrorLimit.declare(this);
        this.limit = limit;
    }

    @Override
    public String uid() {
        return uid;
    }

    @Override
    public Declared declared() {
        return declared;
    }

    /** The error beyond which a row is abnormal. */
    public DistanceLimit limit() {
        return limit;
    }

    @Override
    public StageNumbers numbers() {
        return StageForm.of(limit);
    }

    @Override
    public Dataset<Row> transform(Dataset<?> dataset) {
        transformSchema(dataset.schema());
        String column = getInputCol();
        DistanceLimit shared = limit;
        UDF1<Double, Double> judged = error -> shared.decisionValue(Errors.of(error, column));
        return dataset.withColumn(
                        getDecisionCol(),
                        udf(judged, DataTypes.DoubleType).asNonNullable().apply(dataset.col("`" + column + "`")))
                .withColumn(
                        getPredictionCol(),
                        when(col("`" + getDecisionCol() + "`").gt(0), 1.0).otherwise(0.0));
    }

    @Override
    public StructType transformSchema(StructType schema) {
        Errors.check(schema, getInputCol());
        return withOutput(schema);
    }

    @Override
    public ErrorLimitModel copy(ParamMap extra) {
        return copyValues(new ErrorLimitModel(uid, limit), extra).setParent(parent());
    }

    public static ErrorLimitModel load(String path) {
        return read().load(path);
    }

    /** Where Spark's {@code PipelineModel.load} looks. */
    public static MLReader<ErrorLimitModel> read() {
        return new StageReader<>(
                ErrorLimitModel.class, (uid, numbers) -> new ErrorLimitModel(uid, StageForm.limit(numbers)));
    }
}
