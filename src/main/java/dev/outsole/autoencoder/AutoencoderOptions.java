package dev.outsole.autoencoder;

import dev.outsole.InvalidSetting;
import java.io.Serializable;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What an autoencoder is built and trained with. The defaults are the tutorial's network: 784-128-64-32-2-32-64-128-784 on images of 784
 * pixels.
 *
 * @param hiddenLayers units of the encoder's hidden layers, outermost first; the decoder mirrors them
 * @param latentDim units of the bottleneck: coordinates of the embedding
 * @param epochs passes over the training images
 * @param batchSize images in one step of Adam
 * @param learningRate Adam's step size where one worker trains alone; see {@link #workerLearningRate}
 * @param workers how many parts the images are trained on at once, before their parameters are averaged
 * @param averagingFrequency steps of each worker from one averaging to the next; a single worker has nobody to average with and always
 *     goes through whole epochs
 * @param validationFraction share of the training images that is held out, to measure the loss on, in [0, 1)
 * @param collapse what is done against a collapse of the embedding
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
        double validationFraction,
        CollapseOptions collapse,
        long seed)
        implements Serializable {
    public static final AutoencoderOptions DEFAULT =
            new AutoencoderOptions(List.of(128, 64, 32), 2, 50, 32, 1e-3, 1, 32, 0, CollapseOptions.DEFAULT, 1);

    public AutoencoderOptions {
        hiddenLayers = List.copyOf(hiddenLayers);
        hiddenLayers.forEach(units -> requirePositive("hiddenLayers", units));
        requirePositive("latentDim", latentDim);
        requirePositive("epochs", epochs);
        requirePositive("batchSize", batchSize);
        requirePositive("workers", workers);
        requirePositive("averagingFrequency", averagingFrequency);
        if (!(learningRate > 0 && Double.isFinite(learningRate))) {
            throw new InvalidSetting("learningRate", learningRate, "give a number above 0, such as 1e-3");
        }
        if (!(validationFraction >= 0 && validationFraction < 1)) {
            throw new InvalidSetting("validationFraction", validationFraction, "give a number from 0 to below 1");
        }
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new InvalidSetting(name, value, "give a whole number of at least 1");
        }
    }

    /**
     * Adam's step size of each worker: W of them, averaged, see W times as many images in a step, for which √W times the step size is
     * Adam's own scaling rule (Malladi, Lyu, Panigrahi and Arora 2022).
     */
    public double workerLearningRate() {
        return learningRate * Math.sqrt(workers);
    }

    /** The same with another seed. */
    public AutoencoderOptions withSeed(long other) {
        return new AutoencoderOptions(
                hiddenLayers,
                latentDim,
                epochs,
                batchSize,
                learningRate,
                workers,
                averagingFrequency,
                validationFraction,
                collapse,
                other);
    }

    /** The seed of the first training (0), and of those after a restart: a fixed sequence. */
    public long seedOfAttempt(int attempt) {
        if (attempt == 0) {
            return seed;
        }
        return new SplittableRandom(seed)
                .longs(attempt)
                .skip(attempt - 1L)
                .findFirst()
                .orElseThrow();
    }
}
