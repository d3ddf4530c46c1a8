package dev.outsole.spark;

import dev.outsole.autoencoder.AutoencoderOptions;
import dev.outsole.autoencoder.CollapseOptions;
import java.util.List;

/** Options of networks that train in no time. Collapses are allowed: so small a network is seldom alive. */
final class SmallOptions {
    static final CollapseOptions ANYTHING_GOES = new CollapseOptions(0, 0, true);

    private SmallOptions() {}

    static AutoencoderOptions of(
            List<Integer> hiddenLayers, int epochs, int batchSize, int workers, int averagingFrequency, long seed) {
        return new AutoencoderOptions(
                hiddenLayers, 2, epochs, batchSize, 0.01, workers, averagingFrequency, 0, ANYTHING_GOES, seed);
    }
}
