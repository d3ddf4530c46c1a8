package dev.outsole.sweep;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.outsole.metric.MetricFields;
import dev.outsole.metric.MetricValues;
import dev.outsole.result.Confusion;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How well one model tells its normal class from one other.
 *
 * @param abnormal name of the other class
 * @param confusion at the detector's own threshold
 * @param interval of the AUC, see {@link AucInterval}
 */
@JsonDeserialize(builder = PairFigures.Fields.class)
public record PairFigures(
        String abnormal, @JsonUnwrapped MetricValues metrics, Confusion confusion, AucInterval interval) {

    /** Adds the interval. */
    public static PairFigures of(String abnormal, MetricValues metrics, Confusion confusion) {
        return new PairFigures(
                abnormal,
                metrics,
                confusion,
                AucInterval.of(metrics.auc(), confusion.normals(), confusion.abnormals()));
    }

    static final class Fields extends MetricFields {
        @JsonProperty
        private @Nullable String abnormal;

        @JsonProperty
        private @Nullable Confusion confusion;

        @JsonProperty
        private @Nullable AucInterval interval;

        PairFigures build() {
            return new PairFigures(
                    Objects.requireNonNull(abnormal, "abnormal"),
                    metrics(),
                    Objects.requireNonNull(confusion, "confusion"),
                    Objects.requireNonNull(interval, "interval"));
        }
    }

    /** The metric that detectors are compared by. */
    public double auc() {
        return metrics.auc();
    }
}
