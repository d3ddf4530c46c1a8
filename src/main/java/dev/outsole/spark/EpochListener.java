package dev.outsole.spark;

/** Hears of every epoch of a training on the driver, to show progress. */
@FunctionalInterface
public interface EpochListener {
    EpochListener SILENT = (epoch, epochs, loss) -> {};

    /**
     * Called after each epoch.
     *
     * @param epoch the epoch that has ended, from 1
     * @param epochs how many there will be
     * @param loss mean squared error per pixel over all training rows, with the parameters after this epoch
     */
    void epochEnded(int epoch, int epochs, double loss);
}
