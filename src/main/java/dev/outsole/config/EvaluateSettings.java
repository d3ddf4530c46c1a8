package dev.outsole.config;

import dev.outsole.autoencoder.AutoencoderOptions;
import dev.outsole.image.ClassPair;
import dev.outsole.neighbour.ImageNeighbourOptions;
import dev.outsole.svm.SvmOptions;
import java.util.List;

/**
 * Everything that {@code evaluate} needs to know.
 *
 * @param detectors names, at least one
 * @param calibrationFraction share of the normal training images that is held out to set thresholds by; 0: none
 * @param output folder that gets the run directory
 */
public record EvaluateSettings(
        DataSettings data,
        ClassPair pair,
        List<String> detectors,
        double calibrationFraction,
        String output,
        SvmOptions svm,
        ImageNeighbourOptions neighbours,
        AutoencoderOptions autoencoder) {

    public EvaluateSettings {
        detectors = TrainSettings.distinct(detectors);
        TrainSettings.checkedFraction(calibrationFraction);
    }
}
