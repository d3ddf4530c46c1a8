package dev.outsole.sweep;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.outsole.result.SvmFit;
import dev.outsole.result.Training;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The contents of {@code model.json}: what came of one model.
 *
 * @param normal name of the class that it has learnt
 * @param svm absent (left out of the file) for a detector without a one-class SVM
 * @param training absent (left out of the file) for a detector that trains no autoencoder
 * @param pairs one for each abnormal class, in the sweep's order
 * @param oneVsRest AUC against all abnormal classes together
 * @param seconds wall time by phase
 * @param speed absent (left out of the file) in results of versions that did not count the images
 * @param version the build of Outsole that made it; absent (left out of the file) in results of versions that did not record it
 */
public record ModelResult(
        String detector,
        String normal,
        long seed,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SvmFit svm,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Training training,
        List<PairFigures> pairs,
        double oneVsRest,
        Map<String, Double> seconds,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Speed speed,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String version) {

    public ModelResult {
        pairs = List.copyOf(pairs);
        seconds = Collections.unmodifiableMap(new LinkedHashMap<>(seconds));
    }

    /** Whether the embedding has collapsed, so that the figures say nothing. */
    public boolean collapsed() {
        return training != null && training.collapsed();
    }

    /** Whether all training images look the same to its one-class SVM, so that its scores are constant. */
    public boolean constant() {
        return svm != null && svm.constant();
    }

    /** Trainings that were given up before this one. */
    public int restarts() {
        return training == null ? 0 : training.restarts().size();
    }

    /** Seconds of all phases. */
    public double totalSeconds() {
        return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
