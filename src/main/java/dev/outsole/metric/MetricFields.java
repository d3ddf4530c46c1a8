package dev.outsole.metric;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the metrics that stand in JSON among a record's other fields. Jackson can write a record so ({@code JsonUnwrapped}), but not read it:
 * that takes a builder, a subclass with the other fields.
 */
public abstract class MetricFields {
    private final Map<Metric, Double> values = new EnumMap<>(Metric.class);

    @JsonAnySetter
    final void put(String name, @Nullable Double value) {
        Metric metric =
                Metric.ofJsonName(name).orElseThrow(() -> new IllegalArgumentException("unknown field '" + name + "'"));
        if (value == null) {
            throw new IllegalArgumentException("no value of '" + name + "'");
        }
        values.put(metric, value);
    }

    /**
     * What was gathered.
     *
     * @throws IllegalArgumentException unless the AUC is among it
     */
    public final MetricValues metrics() {
        return new MetricValues(values);
    }
}
