package dev.outsole.spark;

import dev.outsole.model.StageForm;
import dev.outsole.neighbour.ExpectedDistance;
import dev.outsole.neighbour.NeighbourBlock;
import dev.outsole.neighbour.NeighbourFunction;
import dev.outsole.neighbour.NeighbourSearch;
import dev.outsole.tensor.StageNumbers;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** A fitted {@link NearestNeighbours}: adds decision value (higher is more normal) and prediction to every row. */
public final class NearestNeighboursModel extends Model<NearestNeighboursModel>
        implements NearestNeighboursParams, StoredStage {
    private static final long serialVersionUID = 1;

    private final String uid;
    private final Declared declared;
    private final NeighbourFunction function;
    private final SharedRows shared;

    /** @param shared the function's rows */
    NearestNeighboursModel(String uid, NeighbourFunction function, SharedRows shared) {
        this.uid = uid;
        this.declared = new Declared(this);
        this.function = function;
        this.shared = shared;
    }

    private static NearestNeighboursModel of(String uid, StageNumbers numbers) {
        NeighbourFunction function = StageForm.neighbourFunction(numbers);
        return new NearestNeighboursModel(uid, function, new SharedRows(function.rows()));
    }

    @Override
    public String uid() {
        return uid;
    }

    @Override
    public Declared declared() {
        return declared;
    }

    /** Training rows, k, and what distance is expected. */
    public NeighbourFunction neighbourFunction() {
        return function;
    }

    SharedRows shared() {
        return shared;
    }

    /**
     * Frees what the training rows take of executors' memory and disk, at once rather than with the garbage. Data sets that were
     * transformed before can't be computed any more; the model can be used again, which sends the rows again.
     */
    public void release() {
        shared.release();
    }

    /** Does so for every stage of a pipeline that is of this kind. */
    public static void release(PipelineModel pipeline) {
        for (Transformer stage : pipeline.stages()) {
            if (stage instanceof NearestNeighboursModel model) {
                model.release();
            }
        }
    }

    @Override
    public StageNumbers numbers() {
        return StageForm.of(function);
    }

    @Override
    public Dataset<Row> transform(Dataset<?> dataset) {
        StructType schema = dataset.schema();
        Features features = Features.of(schema, getFeaturesCol());
        Complexities complexities = Complexities.of(schema, getComplexityCol());
        List<Broadcast<NeighbourBlock>> blocks = shared.blocks(dataset.sparkSession());
        ExpectedDistance expected = function.expected();
        int width = function.rows().dimension();
        int k = function.k();
        return BatchMap.append(dataset, transformSchema(schema), rows -> {
            double[][] distances = SharedRows.search(NeighbourSearch.of(features.read(rows), width, k), blocks);
            return Decisions.columns(expected.decisionValues(distances, complexities.read(rows)));
        });
    }

    @Override
    public StructType transformSchema(StructType schema) {
        return outputSchema(schema);
    }

    @Override
    public NearestNeighboursModel copy(ParamMap extra) {
        return copyValues(new NearestNeighboursModel(uid, function, shared), extra)
                .setParent(parent());
    }

    public static NearestNeighboursModel load(String path) {
        return read().load(path);
    }

    /** Where Spark's {@code PipelineModel.load} looks. */
    public static MLReader<NearestNeighboursModel> read() {
        return new StageReader<>(NearestNeighboursModel.class, NearestNeighboursModel::of);
    }
}
