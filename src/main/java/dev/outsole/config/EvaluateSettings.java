package dev.outsole.config;

import dev.outsole.UserError;
import dev.outsole.autoencoder.AutoencoderOptions;
import dev.outsole.image.ClassPair;
import dev.outsole.svm.SvmOptions;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Everything that {@code evaluate} needs to know.
 *
 * @param detectors names, at least one
 * @param output folder that gets the run directory
 */
public record EvaluateSettings(
        DataSettings data,
        ClassPair pair,
        List<String> detectors,
        String output,
        SvmOptions svm,
        AutoencoderOptions autoencoder) {

    public EvaluateSettings {
        detectors = List.copyOf(new LinkedHashSet<>(detectors));
        if (detectors.isEmpty()) {
            throw new UserError("detectors = []: name at least one, such as pixels");
        }
    }
}
