package dev.outsole.history;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds models that were not trained for the night: each training draws identifiers for what it fits, and a model that is saved and loaded
 * keeps them. Figures can't tell, since the same settings and seeds give the same.
 */
final class StaleModels {
    private static final int NAMED = 3;

    private StaleModels() {}

    static List<Finding> findings(NightPairs tonight, Collection<NightPairs> recent) {
        TreeMap<String, String> known = new TreeMap<>();
        for (NightPairs night : recent) {
            if (!night.night().date().equals(tonight.night().date())) {
                night.stages()
                        .forEach(stage -> known.put(stage, night.night().date().toString()));
            }
        }
        TreeSet<String> dates = new TreeSet<>();
        TreeSet<String> stale = new TreeSet<>();
        tonight.pairs()
                .forEach(pair -> pair.stages().stream()
                        .filter(known::containsKey)
                        .forEach(stage -> {
                            dates.add(known.get(stage));
                            stale.add(
                                    pair.pair().detector() + ", " + pair.pair().normal() + ", seed " + pair.seed());
                        }));
        return stale.isEmpty() ? List.of() : List.of(finding(stale, dates));
    }

    private static Finding finding(Set<String> stale, Set<String> dates) {
        String named = stale.stream().limit(NAMED).collect(Collectors.joining("; "));
        return new Finding(
                Finding.Kind.STALE,
                stale.size(),
                stale.size() + (stale.size() == 1 ? " model was" : " models were")
                        + " not trained for this night, but for "
                        + String.join(", ", dates) + ": " + named
                        + (stale.size() > NAMED ? " and " + (stale.size() - NAMED) + " more" : ""));
    }
}
