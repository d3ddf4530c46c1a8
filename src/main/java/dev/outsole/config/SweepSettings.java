package dev.outsole.config;

import dev.outsole.InvalidSetting;
import dev.outsole.autoencoder.AutoencoderOptions;
import dev.outsole.neighbour.ImageNeighbourOptions;
import dev.outsole.svm.SvmOptions;
import dev.outsole.sweep.SweepPlan;

/**
 * Everything that {@code sweep} needs to know.
 *
 * @param calibrationFraction share of each class's training images that is held out to set thresholds by; 0: none
 * @param output folder that gets the run directory
 * @param concurrency models that are trained at once; 0: as many as Spark has slots
 */
public record SweepSettings(
        DataSettings data,
        SweepPlan plan,
        double calibrationFraction,
        String output,
        SvmOptions svm,
        ImageNeighbourOptions neighbours,
        AutoencoderOptions autoencoder,
        int concurrency) {

    public SweepSettings {
        TrainSettings.checkedFraction(calibrationFraction);
        checkedConcurrency(concurrency);
    }

    static int checkedConcurrency(int concurrency) {
        if (concurrency < 0) {
            throw new InvalidSetting(
                    "concurrency",
                    concurrency,
                    "give a whole number of at least 1, or 0 for as many as Spark has slots");
        }
        return concurrency;
    }
}
