package dev.outsole.spark;

import dev.outsole.autoencoder.Restart;
import java.util.List;

/**
 * How a training went.
 *
 * @param loss mean squared error per pixel of each epoch, every example seen before its step
 * @param validationLoss the same of the held-out rows, after each epoch; empty if there are none
 * @param finalLoss mean squared error per pixel over all training rows, with the final parameters
 * @param deadUnits bottleneck units that are 0 for all, or nearly all (99 %), of the training rows
 * @param collapsed whether the embedding has: its scores say nothing then
 * @param seed that the network was initialised with
 * @param restarts trainings that were given up before
 */
public record AutoencoderSummary(
        List<Double> loss,
        List<Double> validationLoss,
        double finalLoss,
        int deadUnits,
        boolean collapsed,
        long seed,
        List<Restart> restarts) {

    public AutoencoderSummary {
        loss = List.copyOf(loss);
        validationLoss = List.copyOf(validationLoss);
        restarts = List.copyOf(restarts);
    }
}
