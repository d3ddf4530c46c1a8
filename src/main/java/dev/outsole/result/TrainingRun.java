package dev.outsole.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The contents of {@code training.json}: what {@code train} has made.
 *
 * @param version of Outsole
 * @param runId name of the run directory
 * @param start ISO 8601, UTC
 * @param settings all settings that were in force
 * @param dataSha256 of the source files' unpacked content
 * @param normal name of the class that was learnt
 * @param images that were learnt from
 * @param heldOut images that were not, to set thresholds by
 * @param detectors by name
 */
public record TrainingRun(
        String version,
        String runId,
        String start,
        Map<String, Object> settings,
        long seed,
        Map<String, String> dataSha256,
        String normal,
        long images,
        long heldOut,
        Map<String, TrainedDetector> detectors) {

    public TrainingRun {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        dataSha256 = Collections.unmodifiableMap(new LinkedHashMap<>(dataSha256));
        detectors = Collections.unmodifiableMap(new LinkedHashMap<>(detectors));
    }

    /**
     * One detector of them.
     *
     * @param svm absent (left out of the file) for a detector without a one-class SVM
     * @param training absent (left out of the file) for a detector that trains no autoencoder
     */
    public record TrainedDetector(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            SvmFit svm,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Training training,

            Map<String, Double> seconds) {

        public TrainedDetector {
            seconds = Collections.unmodifiableMap(new LinkedHashMap<>(seconds));
        }

        /** Whether all training images look the same to its one-class SVM, so that its scores are constant. */
        public boolean constant() {
            return svm != null && svm.constant();
        }
    }
}
