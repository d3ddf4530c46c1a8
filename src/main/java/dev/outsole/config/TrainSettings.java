package dev.outsole.config;

import dev.outsole.InvalidSetting;
import dev.outsole.autoencoder.AutoencoderOptions;
import dev.outsole.image.ImageClass;
import dev.outsole.neighbour.ImageNeighbourOptions;
import dev.outsole.svm.SvmOptions;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Everything that {@code train} needs to know.
 *
 * @param normal the class that is learnt
 * @param detectors names, at least one
 * @param calibrationFraction share of the normal training images that is held out to set thresholds by; 0: none
 * @param output folder that gets the run directory
 */
public record TrainSettings(
        DataSettings data,
        ImageClass normal,
        List<String> detectors,
        double calibrationFraction,
        String output,
        SvmOptions svm,
        ImageNeighbourOptions neighbours,
        AutoencoderOptions autoencoder) {

    public TrainSettings {
        detectors = distinct(detectors);
        checkedFraction(calibrationFraction);
    }

    static List<String> distinct(List<String> detectors) {
        if (detectors.isEmpty()) {
            throw new InvalidSetting("detectors", "[]", "name at least one, such as pixels");
        }
        return List.copyOf(new LinkedHashSet<>(detectors));
    }

    static double checkedFraction(double calibrationFraction) {
        if (!(calibrationFraction >= 0 && calibrationFraction < 1)) {
            throw new InvalidSetting(
                    "calibrationFraction", calibrationFraction, "give a number from 0 (none) to below 1");
        }
        return calibrationFraction;
    }
}
