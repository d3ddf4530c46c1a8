package dev.outsole.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.outsole.metric.MetricFields;
import dev.outsole.metric.MetricValues;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One detector's part of {@code metrics.json}.
 *
 * @param svm absent (left out of the file) for a detector without a one-class SVM
 * @param training absent (left out of the file) for a detector that trains no autoencoder
 * @param seconds wall time by phase
 */
@JsonDeserialize(builder = DetectorMetrics.Fields.class)
public record DetectorMetrics(
        @JsonUnwrapped MetricValues metrics,
        Confusion confusion,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SvmFit svm,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Training training,
        Map<String, Double> seconds) {

    public DetectorMetrics {
        seconds = Collections.unmodifiableMap(new LinkedHashMap<>(seconds));
    }

    static final class Fields extends MetricFields {
        @JsonProperty
        private @Nullable Confusion confusion;

        @JsonProperty
        private @Nullable SvmFit svm;

        @JsonProperty
        private @Nullable Training training;

        @JsonProperty
        private Map<String, Double> seconds = Map.of();

        DetectorMetrics build() {
            return new DetectorMetrics(
                    metrics(), Objects.requireNonNull(confusion, "confusion"), svm, training, seconds);
        }
    }

    /** The same with metrics that are missing. */
    public DetectorMetrics completedBy(MetricValues others) {
        return new DetectorMetrics(metrics.completedBy(others), confusion, svm, training, seconds);
    }

    /** Whether the embedding has collapsed, so that the figures say nothing; never for a detector without one. */
    public boolean collapsed() {
        return training != null && training.collapsed();
    }

    /** Whether all training images look the same to its one-class SVM, so that its scores are constant. */
    public boolean constant() {
        return svm != null && svm.constant();
    }

    /** Seconds of all phases. */
    public double totalSeconds() {
        return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
