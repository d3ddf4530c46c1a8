package dev.outsole.config;

import dev.outsole.UserError;
import dev.outsole.autoencoder.AutoencoderOptions;
import dev.outsole.svm.SvmOptions;
import dev.outsole.sweep.SweepPlan;

/**
 * Everything that {@code sweep} needs to know.
 *
 * @param output folder that gets the run directory
 * @param concurrency models that are trained at once; 0: as many as Spark has slots
 */
public record SweepSettings(
        DataSettings data,
        SweepPlan plan,
        String output,
        SvmOptions svm,
        AutoencoderOptions autoencoder,
        int concurrency) {

    public SweepSettings {
        if (concurrency < 0) {
            throw new UserError("concurrency = " + concurrency
                    + ": give a whole number of at least 1, or 0 for as many as Spark has slots");
        }
    }
}
