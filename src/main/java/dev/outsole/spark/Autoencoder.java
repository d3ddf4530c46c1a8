package dev.outsole.spark;

import dev.outsole.autoencoder.AutoencoderOptions;
import java.util.List;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;

/**
 * A dense autoencoder as a Spark ML estimator: it learns to reproduce its training rows (entries in [0, 1]) through a narrow
 * bottleneck. Workers train side by side on the executors and their parameters are averaged (DL4J-Spark). The order of the rows
 * counts, so order the data set for repeatable results.
 */
public final class Autoencoder extends Estimator<AutoencoderModel>
        implements AutoencoderParams, ForeseenFit, DefaultParamsWritable {
    private static final long serialVersionUID = 1;

    private final String uid;
    private final Declared declared;
    private transient EpochListener listener = EpochListener.SILENT;

    public Autoencoder() {
        this(Identifiable$.MODULE$.randomUID("autoencoder"));
    }

    /** For Spark, which makes a stage again under its old uid. */
    public Autoencoder(String uid) {
        this.uid = uid;
        this.declared = new Declared(this);
        setDefault(declared.featuresCol, "features");
        setDefault(declared.embeddingCol, "embedding");
        AutoencoderOptions defaults = AutoencoderOptions.DEFAULT;
        setDefault(declared.hiddenLayers, ints(defaults.hiddenLayers()));
        setDefault(declared.latentDim, defaults.latentDim());
        setDefault(declared.epochs, defaults.epochs());
        setDefault(declared.batchSize, defaults.batchSize());
        setDefault(declared.learningRate, defaults.learningRate());
        setDefault(declared.bottleneckBias, defaults.collapse().bottleneckBias());
        setDefault(declared.maxRestarts, defaults.collapse().maxRestarts());
        setDefault(declared.allowCollapsed, defaults.collapse().allowCollapsed());
        setDefault(declared.validationFraction, defaults.validationFraction());
        setDefault(declared.workers, defaults.workers());
        setDefault(declared.averagingFrequency, defaults.averagingFrequency());
        setDefault(declared.seed, defaults.seed());
    }

    private static int[] ints(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public String uid() {
        return uid;
    }

    @Override
    public Declared declared() {
        return declared;
    }

    public Autoencoder setFeaturesCol(String value) {
        set(declared.featuresCol, value);
        return this;
    }

    public Autoencoder setEmbeddingCol(String value) {
        set(declared.embeddingCol, value);
        return this;
    }

    /** Has the model measure the reconstruction too. */
    public Autoencoder setReconstructionErrorCol(String value) {
        set(declared.reconstructionErrorCol, value);
        return this;
    }

    public Autoencoder setHiddenLayers(int... value) {
        set(declared.hiddenLayers, value);
        return this;
    }

    public Autoencoder setLatentDim(int value) {
        set(declared.latentDim, value);
        return this;
    }

    public Autoencoder setEpochs(int value) {
        set(declared.epochs, value);
        return this;
    }

    public Autoencoder setBatchSize(int value) {
        set(declared.batchSize, value);
        return this;
    }

    public Autoencoder setLearningRate(double value) {
        set(declared.learningRate, value);
        return this;
    }

    public Autoencoder setBottleneckBias(double value) {
        set(declared.bottleneckBias, value);
        return this;
    }

    public Autoencoder setWorkers(int value) {
        set(declared.workers, value);
        return this;
    }

    public Autoencoder setAveragingFrequency(int value) {
        set(declared.averagingFrequency, value);
        return this;
    }

    public Autoencoder setValidationFraction(double value) {
        set(declared.validationFraction, value);
        return this;
    }

    public Autoencoder setMaxRestarts(int value) {
        set(declared.maxRestarts, value);
        return this;
    }

    public Autoencoder setAllowCollapsed(boolean value) {
        set(declared.allowCollapsed, value);
        return this;
    }

    public Autoencoder setSeed(long value) {
        set(declared.seed, value);
        return this;
    }

    /** Sets every hyperparameter. */
    public Autoencoder setOptions(AutoencoderOptions options) {
        return setHiddenLayers(ints(options.hiddenLayers()))
                .setLatentDim(options.latentDim())
                .setEpochs(options.epochs())
                .setBatchSize(options.batchSize())
                .setLearningRate(options.learningRate())
                .setBottleneckBias(options.collapse().bottleneckBias())
                .setMaxRestarts(options.collapse().maxRestarts())
                .setAllowCollapsed(options.collapse().allowCollapsed())
                .setValidationFraction(options.validationFraction())
                .setWorkers(options.workers())
                .setAveragingFrequency(options.averagingFrequency())
                .setSeed(options.seed());
    }

    /** Who hears of the epochs of a fit. It isn't a parameter: it is neither saved nor sent anywhere. */
    public Autoencoder setEpochListener(EpochListener value) {
        listener = value;
        return this;
    }

    @Override
    public void foresee(FitOutlook outlook) {
        outlook.setWidth(getEmbeddingCol(), autoencoderOptions().latentDim());
    }

    @Override
    public AutoencoderModel fit(Dataset<?> dataset) {
        transformSchema(dataset.schema());
        AutoencoderOptions options = autoencoderOptions();
        try (TrainingData data = TrainingData.of(
                dataset.toDF(), getFeaturesCol(), options.workers(), options.validationFraction(), options.seed())) {
            GuardedTraining.Result result = new GuardedTraining(options).train(data, listener);
            AutoencoderModel model = new AutoencoderModel(uid, result.network(), summary(data.training(), result));
            return copyValues(model.setParent(this), ParamMap.empty());
        }
    }

    private static AutoencoderSummary summary(TrainingExamples examples, GuardedTraining.Result result) {
        return new AutoencoderSummary(
                result.loss(),
                result.validationLoss(),
                examples.loss(result.network()),
                result.check().deadUnits(),
                result.check().collapsed(),
                result.seed(),
                result.restarts());
    }

    @Override
    public StructType transformSchema(StructType schema) {
        return outputSchema(schema);
    }

    @Override
    public Autoencoder copy(ParamMap extra) {
        Autoencoder copy = defaultCopy(extra);
        return copy.setEpochListener(listener);
    }

    public static Autoencoder load(String path) {
        return read().load(path);
    }

    /** Where Spark's {@code Pipeline.load} looks. */
    public static MLReader<Autoencoder> read() {
        return new DefaultParamsReader<>();
    }
}
