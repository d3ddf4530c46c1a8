package dev.outsole.tune;

import dev.outsole.neighbour.ImageNeighbourOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of a search.
 *
 * @param trials by class, each of all settings in the grid's order
 */
public record SearchResult(Map<String, List<Trial>> trials) {

    /** Settings with their means over the classes, the best first; of equal ones the first of the grid. */
    public List<Trial> ranked() {
        Map<ImageNeighbourOptions, List<Trial>> bySetting = new LinkedHashMap<>();
        trials.values()
                .forEach(some -> some.forEach(trial -> bySetting
                        .computeIfAbsent(trial.options(), options -> new ArrayList<>())
                        .add(trial)));
        return bySetting.values().stream()
                .map(Trial::mean)
                .sorted(Comparator.comparingDouble(Trial::criterion).reversed())
                .toList();
    }
}
