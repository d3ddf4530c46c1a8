package dev.outsole.spark;

import dev.outsole.autoencoder.Reconstruction;
import dev.outsole.autoencoder.TrainedNetwork;
import dev.outsole.model.StageForm;
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

/** A trained {@link Autoencoder}: adds to every row its coordinates at the bottleneck and, if wanted, its reconstruction error. */
public final class AutoencoderModel extends Model<AutoencoderModel> implements AutoencoderParams, StoredStage {
    private static final long serialVersionUID = 1;

    private final String uid;
    private final Declared declared;
    private final TrainedNetwork network;
    private final transient @Nullable AutoencoderSummary summary;
    private final SharedValue<TrainedNetwork> shared;

    AutoencoderModel(String uid, TrainedNetwork network, @Nullable AutoencoderSummary summary) {
        this.uid = uid;
        this.declared = new Declared(this);
        this.network = network;
        this.shared = new SharedValue<>(network);
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

    /** Layer sizes and parameters. */
    public TrainedNetwork network() {
        return network;
    }

    /** How the training went; absent from a model that was loaded, as Spark ML has it. */
    public Optional<AutoencoderSummary> summary() {
        return Optional.ofNullable(summary);
    }

    /** Measures the reconstruction too. */
    public AutoencoderModel setReconstructionErrorCol(String value) {
        set(declared.reconstructionErrorCol, value);
        return this;
    }

    @Override
    public StageNumbers numbers() {
        return StageForm.of(network);
    }

    @Override
    public Dataset<Row> transform(Dataset<?> dataset) {
        Broadcast<TrainedNetwork> sent = shared.broadcast(dataset.sparkSession());
        BatchMap.Function function = hasReconstructionErrorCol()
                ? features -> reconstructed(sent.value(), features)
                : features -> embedded(sent.value(), features);
        return BatchMap.append(dataset, transformSchema(dataset.schema()), getFeaturesCol(), function);
    }

    private static Object[][] reconstructed(TrainedNetwork network, float[][] features) {
        Reconstruction reconstruction = network.reconstruct(features);
        Object[][] columns = new Object[features.length][];
        for (int i = 0; i < columns.length; i++) {
            columns[i] =
                    new Object[] {reconstruction.embedding()[i], reconstruction.error()[i]};
        }
        return columns;
    }

    private static Object[][] embedded(TrainedNetwork network, float[][] features) {
        float[][] embedding = network.encode(features);
        Object[][] columns = new Object[embedding.length][];
        for (int i = 0; i < embedding.length; i++) {
            columns[i] = new Object[] {embedding[i]};
        }
        return columns;
    }

    @Override
    public StructType transformSchema(StructType schema) {
        return outputSchema(schema);
    }

    @Override
    public AutoencoderModel copy(ParamMap extra) {
        return copyValues(new AutoencoderModel(uid, network, summary), extra).setParent(parent());
    }

    public static AutoencoderModel load(String path) {
        return read().load(path);
    }

    /** Where Spark's {@code PipelineModel.load} looks. */
    public static MLReader<AutoencoderModel> read() {
        return new StageReader<>(
                AutoencoderModel.class, (uid, numbers) -> new AutoencoderModel(uid, StageForm.network(numbers), null));
    }
}
