package dev.outsole.spark;

import dev.outsole.autoencoder.AutoencoderOptions;
import dev.outsole.autoencoder.CollapseOptions;
import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntArrayParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamValidators;
import org.apache.spark.ml.param.Params;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Parameters that {@link Autoencoder} and {@link AutoencoderModel} share. Spark finds them by the methods that return a {@link Param}. */
public interface AutoencoderParams extends Params {

    /** The parameters themselves. Spark wants the same objects at every call, made after the stage's uid is set. */
    final class Declared implements Serializable {
        private static final long serialVersionUID = 1;

        final Param<String> featuresCol;
        final Param<String> embeddingCol;
        final Param<String> reconstructionErrorCol;
        final IntArrayParam hiddenLayers;
        final IntParam latentDim;
        final IntParam epochs;
        final IntParam batchSize;
        final DoubleParam learningRate;
        final DoubleParam bottleneckBias;
        final DoubleParam validationFraction;
        final IntParam maxRestarts;
        final BooleanParam allowCollapsed;
        final IntParam workers;
        final IntParam averagingFrequency;
        final LongParam seed;

        Declared(Params parent) {
            featuresCol = new Param<>(
                    parent,
                    "featuresCol",
                    "features: image bytes (scaled by 1/255), array<float>, array<double> or vector");
            embeddingCol = new Param<>(parent, "embeddingCol", "output: coordinates at the bottleneck (array<float>)");
            reconstructionErrorCol = new Param<>(
                    parent,
                    "reconstructionErrorCol",
                    "output: mean squared error of the reconstruction per pixel (double); not set: none");
            hiddenLayers = new IntArrayParam(
                    parent,
                    "hiddenLayers",
                    "units of the encoder's hidden layers, outermost first; the decoder mirrors them");
            latentDim = positive(parent, "latentDim", "units of the bottleneck, >= 1");
            epochs = positive(parent, "epochs", "passes over the training rows, >= 1");
            batchSize = positive(parent, "batchSize", "rows in one step of Adam, >= 1");
            learningRate = new DoubleParam(
                    parent,
                    "learningRate",
                    "Adam's step size of one worker alone, > 0; W workers take sqrt(W) times it",
                    ParamValidators.gt(0));
            bottleneckBias = new DoubleParam(
                    parent,
                    "bottleneckBias",
                    "where the bottleneck's biases start: well above 0 its units hardly ever die; 0: Glorot's start");
            workers = positive(
                    parent,
                    "workers",
                    "parts of the rows that are trained on at once, their parameters averaged, >= 1");
            averagingFrequency = positive(
                    parent,
                    "averagingFrequency",
                    "steps of each worker between averagings, >= 1; one worker alone: whole epochs");
            validationFraction = new DoubleParam(
                    parent,
                    "validationFraction",
                    "share of the rows held out to measure the loss on, in [0, 1)",
                    ParamValidators.inRange(0, 1, true, false));
            maxRestarts = new IntParam(
                    parent,
                    "maxRestarts",
                    "how often a training whose embedding collapses may start again, >= 0",
                    ParamValidators.gtEq(0));
            allowCollapsed = new BooleanParam(
                    parent, "allowCollapsed", "go on with a collapsed embedding when the restarts are used up");
            seed = new LongParam(parent, "seed", "of the initial weights and of the shuffling");
        }

        private static IntParam positive(Params parent, String name, String doc) {
            return new IntParam(parent, name, doc, ParamValidators.gtEq(1));
        }
    }

    /** See {@link Declared}; for the stages alone. */
    Declared declared();

    default Param<String> featuresCol() {
        return declared().featuresCol;
    }

    default Param<String> embeddingCol() {
        return declared().embeddingCol;
    }

    default Param<String> reconstructionErrorCol() {
        return declared().reconstructionErrorCol;
    }

    default IntArrayParam hiddenLayers() {
        return declared().hiddenLayers;
    }

    default IntParam latentDim() {
        return declared().latentDim;
    }

    default IntParam epochs() {
        return declared().epochs;
    }

    default IntParam batchSize() {
        return declared().batchSize;
    }

    default DoubleParam learningRate() {
        return declared().learningRate;
    }

    default DoubleParam bottleneckBias() {
        return declared().bottleneckBias;
    }

    default IntParam workers() {
        return declared().workers;
    }

    default IntParam averagingFrequency() {
        return declared().averagingFrequency;
    }

    default DoubleParam validationFraction() {
        return declared().validationFraction;
    }

    default IntParam maxRestarts() {
        return declared().maxRestarts;
    }

    default BooleanParam allowCollapsed() {
        return declared().allowCollapsed;
    }

    default LongParam seed() {
        return declared().seed;
    }

    default String getFeaturesCol() {
        return getOrDefault(featuresCol());
    }

    default String getEmbeddingCol() {
        return getOrDefault(embeddingCol());
    }

    /** Whether the reconstruction error is wanted: it takes the decoder, so as long again as the embedding. */
    default boolean hasReconstructionErrorCol() {
        return isDefined(reconstructionErrorCol());
    }

    /** The parameters as the algorithm's options. */
    default AutoencoderOptions autoencoderOptions() {
        return new AutoencoderOptions(
                Arrays.stream(getOrDefault(hiddenLayers())).boxed().toList(),
                (int) getOrDefault(latentDim()),
                (int) getOrDefault(epochs()),
                (int) getOrDefault(batchSize()),
                (double) getOrDefault(learningRate()),
                (int) getOrDefault(workers()),
                (int) getOrDefault(averagingFrequency()),
                (double) getOrDefault(validationFraction()),
                new CollapseOptions(
                        (double) getOrDefault(bottleneckBias()), (int) getOrDefault(maxRestarts()), (boolean)
                                getOrDefault(allowCollapsed())),
                (long) getOrDefault(seed()));
    }

    /** Checks the features column and adds the embedding, and the reconstruction error if it is wanted. */
    default StructType outputSchema(StructType schema) {
        Features.of(schema, getFeaturesCol());
        StructType embedded = Columns.append(
                schema,
                DataTypes.createStructField(
                        getEmbeddingCol(), DataTypes.createArrayType(DataTypes.FloatType, false), false));
        return hasReconstructionErrorCol()
                ? Columns.append(
                        embedded,
                        DataTypes.createStructField(
                                getOrDefault(reconstructionErrorCol()), DataTypes.DoubleType, false))
                : embedded;
    }
}
