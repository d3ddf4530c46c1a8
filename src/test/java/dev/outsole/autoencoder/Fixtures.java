package dev.outsole.autoencoder;

import java.util.List;
import java.util.SplittableRandom;

/** Networks and images of random content but fixed seeds, and a distance between vectors. */
final class Fixtures {

    private Fixtures() {}

    static AutoencoderOptions options(int latentDim, Integer... hiddenLayers) {
        AutoencoderOptions defaults = AutoencoderOptions.DEFAULT;
        return new AutoencoderOptions(
                List.of(hiddenLayers), latentDim, 1, 32, defaults.learningRate(), 1, 1, 0, CollapseOptions.DEFAULT, 7);
    }

    /** Images {@code [count × pixels]} in [0, 1]: patches of differing brightness, noise, and a third of the pixels always 0. */
    static float[][] images(int count, int pixels, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] images = new float[count][pixels];
        for (float[] image : images) {
            float brightness = (float) random.nextDouble();
            for (int j = 0; j < pixels; j++) {
                image[j] = j % 3 == 0 ? 0 : 0.7f * brightness + 0.3f * (float) random.nextDouble();
            }
        }
        return images;
    }

    /** Euclidean length of the difference, as a part of that of the second vector. */
    static double relativeDistance(float[] actual, float[] expected) {
        double difference = 0;
        double length = 0;
        for (int i = 0; i < expected.length; i++) {
            difference += Math.pow((double) actual[i] - expected[i], 2);
            length += Math.pow(expected[i], 2);
        }
        return Math.sqrt(difference / length);
    }
}
