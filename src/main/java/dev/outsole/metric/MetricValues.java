package dev.outsole.metric;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the metrics say of one ranking.
 *
 * @param values by metric: the AUC at least; others are missing from results of versions that did not have them
 */
public record MetricValues(@JsonIgnore Map<Metric, Double> values) {

    public MetricValues {
        if (!values.containsKey(Metric.AUC)) {
            throw new IllegalArgumentException("no AUC among " + values);
        }
        values = Collections.unmodifiableMap(new EnumMap<>(values));
    }

    /** All metrics of a ranking. */
    public static MetricValues of(RocCounts roc) {
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            values.put(metric, metric.of(roc));
        }
        return new MetricValues(values);
    }

    /** The one that detectors are compared by. */
    public double auc() {
        return get(Metric.AUC).orElseThrow();
    }

    /** Empty if the result is of a version that did not have the metric. */
    public Optional<Double> get(Metric metric) {
        return Optional.ofNullable(values.get(metric));
    }

    /** Whether no metric is missing. */
    public boolean areAll() {
        return values.size() == Metric.values().length;
    }

    /** As people read it; an en dash if there is none. */
    public String shown(Metric metric) {
        return get(metric).map(metric::shown).orElse("–");
    }

    /** These, and of metrics that are missing what others say. */
    public MetricValues completedBy(MetricValues others) {
        Map<Metric, Double> all = new EnumMap<>(others.values);
        all.putAll(values);
        return new MetricValues(all);
    }

    /** As JSON has them. */
    @JsonAnyGetter
    Map<String, Double> json() {
        Map<String, Double> json = new LinkedHashMap<>();
        values.forEach((metric, value) -> json.put(metric.jsonName(), value));
        return json;
    }
}
