package dev.outsole.history;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One detector's figures of a night beside those of its window: those that enough nights of the window have. */
final class DetectorComparison {
    private final GateOptions options;
    private final String detector;
    private final NightPairs tonight;
    private final List<NightPairs> before;
    private final boolean exact;
    private final int all;

    DetectorComparison(
            GateOptions options, String detector, NightPairs tonight, Window window, Collection<NightPairs> read) {
        this.options = options;
        this.detector = detector;
        List<NightPairs> nights = read.stream()
                .filter(night -> window.nights().contains(night.night()))
                .toList();
        List<NightPairs> same = nights.stream()
                .filter(night -> shouldBeSame(detector, tonight.night(), night.night()))
                .toList();
        this.exact = !same.isEmpty();
        Set<FigureKey> common = common(tonight.of(detector).keys(), nights, window.needed());
        this.before = (exact ? same : nights)
                .stream().map(night -> night.of(detector).only(common)).toList();
        common.retainAll(before.stream().flatMap(night -> night.keys().stream()).collect(Collectors.toSet()));
        this.tonight = tonight.of(detector).only(common);
        this.all = tonight.of(detector).pairs().size();
    }

    /** Figures that enough nights have. */
    private Set<FigureKey> common(Set<FigureKey> tonights, List<NightPairs> nights, int needed) {
        Map<FigureKey, Integer> counts = new HashMap<>();
        nights.forEach(night -> night.of(detector).keys().forEach(key -> counts.merge(key, 1, Integer::sum)));
        return tonights.stream()
                .filter(key -> counts.getOrDefault(key, 0) >= needed)
                .collect(Collectors.toSet());
    }

    /** Whether a detector's figures of both nights should be the same, bit for bit. */
    static boolean shouldBeSame(String detector, Night tonight, Night before) {
        boolean trained = tonight.means(detector).stream().anyMatch(DetectorMean::trained);
        return before.detectors().contains(detector) && (!trained || tonight.roundsAs(before));
    }

    /** Figures that the night has. */
    int all() {
        return all;
    }

    /** Figures that are compared. */
    int compared() {
        return tonight.pairs().size();
    }

    boolean isAny() {
        return compared() > 0;
    }

    List<Finding> findings() {
        if (!isAny()) {
            return List.of();
        }
        return exact
                ? new ExactComparison(options.tolerance(), detector, tonight, before).findings()
                : new RobustComparison(options, detector, tonight, before).findings();
    }
}
