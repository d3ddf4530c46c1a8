package dev.outsole.spark;

import dev.outsole.model.StageForm;
import dev.outsole.svm.DecisionFunction;
import dev.outsole.tensor.StageNumbers;
import java.util.Optional;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** A fitted {@link OneClassSvm}: adds decision value (higher is more normal) and prediction to every row. */
public final class OneClassSvmModel extends Model<OneClassSvmModel> implements OneClassSvmParams, StoredStage {
    private static final long serialVersionUID = 1;

    private final String uid;
    private final Declared declared;
    private final DecisionFunction function;
    private final transient @Nullable OneClassSvmSummary summary;
    private final SharedValue<DecisionFunction> shared;

    OneClassSvmModel(String uid, DecisionFunction function, @Nullable OneClassSvmSummary summary) {
        this.uid = uid;
        this.declared = new Declared(this);
        this.function = function;
        this.shared = new SharedValue<>(function);
        this.summary = summary;
    }

    @Override
    public String uid() {
        return uid;
    }

    @Override
    public Declared declared() {
        return declared;
    }

    /** Support vectors, coefficients, ρ and γ. */
    public DecisionFunction decisionFunction() {
        return function;
    }

    /** What it was fitted on; absent from a model that was loaded, as Spark ML has it. */
    public Optional<OneClassSvmSummary> summary() {
        return Optional.ofNullable(summary);
    }

    @Override
    public StageNumbers numbers() {
        return StageForm.of(function);
    }

    @Override
    public Dataset<Row> transform(Dataset<?> dataset) {
        Broadcast<DecisionFunction> sent = shared.broadcast(dataset.sparkSession());
        return BatchMap.append(
                dataset,
                transformSchema(dataset.schema()),
                getFeaturesCol(),
                features -> Decisions.columns(sent.value().values(features)));
    }

    @Override
    public StructType transformSchema(StructType schema) {
        return outputSchema(schema);
    }

    @Override
    public OneClassSvmModel copy(ParamMap extra) {
        return copyValues(new OneClassSvmModel(uid, function, summary), extra).setParent(parent());
    }

    public static OneClassSvmModel load(String path) {
        return read().load(path);
    }

    /** Where Spark's {@code PipelineModel.load} looks. */
    public static MLReader<OneClassSvmModel> read() {
        return new StageReader<>(
                OneClassSvmModel.class,
                (uid, numbers) -> new OneClassSvmModel(uid, StageForm.decisionFunction(numbers), null));
    }
}
