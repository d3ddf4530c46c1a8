package dev.outsole.autoencoder;

import dev.outsole.UserError;
import java.io.Serializable;
import java.util.List;

/**
 * What an autoencoder is built and trained with. The defaults are the tutorial's network: 784-128-64-32-2-32-64-128-784 on images of 784
 * pixels.
 *
 * @param hiddenLayers units of the encoder's hidden layers, outermost first; the decoder mirrors them
 * @param latentDim units of the bottleneck: coordinates of the embedding
 * @param epochs passes over the training images
 * @param batchSize images in one step of Adam
 * @param learningRate Adam's step size
 * @param workers how many parts the images are trained on at once, before their parameters are averaged
 * @param averagingFrequency steps of each worker from one averaging to the next; a single worker has nobody to average with and always
 *     goes through a whole epoch
 * @param seed of the initial weights and of the shuffling
 */
public record AutoencoderOptions(
        List<Integer> hiddenLayers,
        int latentDim,
        int epochs,
        int batchSize,
        double learningRate,
        int workers,
        int averagingFrequency,
        long seed)
        implements Serializable {
    public static final AutoencoderOptions DEFAULT =
            new AutoencoderOptions(List.of(128, 64, 32), 2, 50, 32, 1e-3, 1, 8, 6);

    public AutoencoderOptions {
        hiddenLayers = List.copyOf(hiddenLayers);
        hiddenLayers.forEach(units -> requirePositive("hiddenLayers", units));
        requirePositive("latentDim", latentDim);
        requirePositive("epochs", epochs);
        requirePositive("batchSize", batchSize);
        requirePositive("workers", workers);
        requirePositive("averagingFrequency", averagingFrequency);
        if (!(learningRate > 0 && Double.isFinite(learningRate))) {
            throw new UserError("learningRate = " + learningRate + ": give a number above 0, such as 1e-3");
        }
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new UserError(name + " = " + value + ": give a whole number of at least 1");
        }
    }
}
