package dev.outsole.result;

import java.util.List;

/**
 * An autoencoder's training in numbers.
 *
 * @param epochs passes over the training images
 * @param loss mean squared error per pixel of each epoch, every image seen before its step
 * @param validationLoss the same of the held-out images, after each epoch; empty if there are none
 * @param finalLoss mean squared error per pixel over all training images, with the final parameters
 * @param deadUnits bottleneck units that are 0 for all, or nearly all (99 %), of the training images
 * @param collapsed whether the embedding has: the detector's figures say nothing then
 * @param seed that the network was initialised with
 * @param restarts trainings that were given up before
 */
public record Training(
        int epochs,
        List<Double> loss,
        List<Double> validationLoss,
        double finalLoss,
        int deadUnits,
        boolean collapsed,
        long seed,
        List<Restart> restarts) {

    /** A training that collapsed: its seed, the epoch in which that was found (from 1), and the seconds that it cost. */
    public record Restart(long seed, int epoch, double seconds) {}

    public Training {
        loss = List.copyOf(loss);
        validationLoss = List.copyOf(validationLoss);
        restarts = List.copyOf(restarts);
    }
}
