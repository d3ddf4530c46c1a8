package dev.outsole.result;

import java.util.List;

/**
 * An autoencoder's training in numbers.
 *
 * @param epochs passes over the training images
 * @param loss mean squared error per pixel over the training images, after each epoch
 * @param deadUnits bottleneck units that are 0 for every training image; above 0, the embedding has collapsed
 */
public record Training(int epochs, List<Double> loss, int deadUnits) {

    public Training {
        loss = List.copyOf(loss);
    }
}
