package dev.outsole.history;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A night with all its pairs. */
public record NightPairs(Night night, List<PairAuc> pairs) {

    public NightPairs {
        pairs = List.copyOf(pairs);
    }

    /** One detector's AUCs: by pair, and then by seed. */
    Map<PairKey, Map<Long, Double>> aucs(String detector) {
        return pairs.stream()
                .filter(pair -> pair.pair().detector().equals(detector))
                .collect(Collectors.groupingBy(
                        PairAuc::pair, Collectors.toMap(PairAuc::seed, PairAuc::auc, (first, second) -> second)));
    }

    /** One detector's part. */
    NightPairs of(String detector) {
        return new NightPairs(
                night,
                pairs.stream()
                        .filter(pair -> pair.pair().detector().equals(detector))
                        .toList());
    }

    /** Which figures there are. */
    Set<FigureKey> keys() {
        return pairs.stream().map(PairAuc::key).collect(Collectors.toSet());
    }

    /** The same night with these figures alone, and the means of these. */
    NightPairs only(Set<FigureKey> wanted) {
        List<PairAuc> kept =
                pairs.stream().filter(pair -> wanted.contains(pair.key())).toList();
        return new NightPairs(night.withMeans(DetectorMean.of(kept, night.means())), kept);
    }

    /** Identifiers of all fitted stages. */
    Set<String> stages() {
        return pairs.stream().flatMap(pair -> pair.stages().stream()).collect(Collectors.toSet());
    }
}
