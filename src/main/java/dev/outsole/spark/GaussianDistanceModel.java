package dev.outsole.spark;

import dev.outsole.gaussian.GaussianFunction;
import dev.outsole.model.StageForm;
import dev.outsole.tensor.StageNumbers;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** A fitted {@link GaussianDistance}: adds decision value (higher is more normal) and prediction to every row. */
public final class GaussianDistanceModel extends Model<GaussianDistanceModel> implements LimitParams, StoredStage {
    private static final long serialVersionUID = 1;

    private final String uid;
    private final Declared declared;
    private final GaussianFunction function;
    private final SharedValue<GaussianFunction> shared;

    GaussianDistanceModel(String uid, GaussianFunction function) {
        this.uid = uid;
        this.declared = GaussianDistance.declare(this);
        this.function = function;
        this.shared = new SharedValue<>(function);
    }

    @Override
    public String uid() {
        return uid;
    }

    @Override
    public Declared declared() {
        return declared;
    }

    /** Mean, whitening matrix and limit. */
    public GaussianFunction function() {
        return function;
    }

    @Override
    public StageNumbers numbers() {
        return StageForm.of(function);
    }

    @Override
    public Dataset<Row> transform(Dataset<?> dataset) {
        Broadcast<GaussianFunction> sent = shared.broadcast(dataset.sparkSession());
        return BatchMap.append(
                dataset,
                transformSchema(dataset.schema()),
                getInputCol(),
                features -> Decisions.columns(sent.value().values(features)));
    }

    @Override
    public StructType transformSchema(StructType schema) {
        Features.of(schema, getInputCol());
        return withOutput(schema);
    }

    @Override
    public GaussianDistanceModel copy(ParamMap extra) {
        return copyValues(new GaussianDistanceModel(uid, function), extra).setParent(parent());
    }

    public static GaussianDistanceModel load(String path) {
        return read().load(path);
    }

    /** Where Spark's {@code PipelineModel.load} looks. */
    public static MLReader<GaussianDistanceModel> read() {
        return new StageReader<>(
                GaussianDistanceModel.class,
                (uid, numbers) -> new GaussianDistanceModel(uid, StageForm.gaussian(numbers)));
    }
}
