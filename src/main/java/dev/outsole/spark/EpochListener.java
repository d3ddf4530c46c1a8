package dev.outsole.spark;

import dev.outsole.autoencoder.Restart;

/** Hears of every epoch of a training on the driver, to show progress. */
@FunctionalInterface
public interface EpochListener {
    EpochListener SILENT = (epoch, epochs, loss) -> {};

    /**
     * Called after each epoch.
     *
     * @param epoch the epoch that has ended, from 1
     * @param epochs how many there will be
     * @param loss mean squared error per pixel over this epoch, each example seen before its step
     */
    void epochEnded(int epoch, int epochs, double loss);

    /** Called when a training was given up and the next begins with another seed. */
    default void restarted(Restart restart) {}
}
