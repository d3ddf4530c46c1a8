package dev.outsole.detector;

import dev.outsole.autoencoder.AutoencoderOptions;
import dev.outsole.spark.Autoencoder;
import dev.outsole.spark.ErrorLimit;
import java.util.List;
import java.util.Set;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;

/**
 * What an autoencoder of the normal class can't reproduce is abnormal. The network is this detector's own: its code must be wide enough to
 * reproduce normal images well, which two numbers are not. Of the sizes tried that train in about a second a class it has the least error on
 * its training images. How it is trained (batch, step size, workers, seed) is as the options say.
 */
public final class ReconstructionDetector implements Detector {
    private static final List<Integer> HIDDEN_LAYERS = List.of(64);
    private static final int LATENT_DIM = 32;
    private static final int EPOCHS = 10;
    /** What the three above stand in place of. */
    private static final Set<String> OWN_SETTINGS =
            Set.of("autoencoder.hidden-layers", "autoencoder.latent-dim", "autoencoder.epochs");

    /** Not {@code embedding}: its many numbers are nobody's picture, and are not kept with the scores. */
    private static final String CODE = "code";

    private static final String ERROR = "reconstruction_error";

    @Override
    public String key() {
        return "reconstruction";
    }

    @Override
    public String summary() {
        return "reconstruction error of an autoencoder with a wider bottleneck";
    }

    @Override
    public Pipeline pipeline(DetectorOptions options) {
        Autoencoder autoencoder = new Autoencoder()
                .setOptions(network(options.autoencoder()))
                .setFeaturesCol(PIXELS)
                .setEmbeddingCol(CODE)
                .setReconstructionErrorCol(ERROR)
                .setEpochListener(options.listener());
        return new Pipeline().setStages(new PipelineStage[] {autoencoder, new ErrorLimit().setErrorCol(ERROR)});
    }

    private static AutoencoderOptions network(AutoencoderOptions options) {
        return new AutoencoderOptions(
                HIDDEN_LAYERS,
                LATENT_DIM,
                EPOCHS,
                options.batchSize(),
                options.learningRate(),
                options.workers(),
                options.averagingFrequency(),
                options.validationFraction(),
                options.collapse(),
                options.seed());
    }

    @Override
    public boolean trainsNetwork() {
        return true;
    }

    /** Of the network's settings on those that it does not make itself. */
    @Override
    public boolean dependsOn(String setting) {
        return SharedSettings.has(setting) || (setting.startsWith("autoencoder.") && !OWN_SETTINGS.contains(setting));
    }
}
