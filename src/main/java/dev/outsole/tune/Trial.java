package dev.outsole.tune;

import dev.outsole.neighbour.ImageNeighbourOptions;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of one setting.
 *
 * @param auc by kind of anomaly: of normal images held out against those; 1 tells all apart
 */
public record Trial(ImageNeighbourOptions options, Map<String, Double> auc) implements Serializable {
    private static final long serialVersionUID = 1;

    public Trial {
        auc = Collections.unmodifiableMap(new LinkedHashMap<>(auc));
    }

    /** What settings are chosen by: the mean over the kinds of anomaly. Higher is better. */
    public double criterion() {
        return auc.values().stream().mapToDouble(value -> value).average().orElseThrow();
    }

    private double of(String kind) {
        Double value = auc.get(kind);
        if (value == null) {
            throw new IllegalArgumentException("no AUC for '" + kind + "' in " + auc);
        }
        return value;
    }

    /** The mean of trials of one setting, on several classes. */
    static Trial mean(List<Trial> trials) {
        Map<String, Double> means = new LinkedHashMap<>();
        for (String kind : trials.get(0).auc().keySet()) {
            means.put(
                    kind,
                    trials.stream()
                            .mapToDouble(trial -> trial.of(kind))
                            .average()
                            .orElseThrow());
        }
        return new Trial(trials.get(0).options(), means);
    }
}
