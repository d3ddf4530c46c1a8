package dev.outsole.spark;

import java.util.List;

/**
 * How a training went.
 *
 * @param loss mean squared error per pixel over all training rows, after each epoch
 * @param deadUnits bottleneck units that are 0 for every training row: above 0, the embedding has collapsed
 */
public record AutoencoderSummary(List<Double> loss, int deadUnits) {

    public AutoencoderSummary {
        loss = List.copyOf(loss);
    }
}
