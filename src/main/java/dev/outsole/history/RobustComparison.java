package dev.outsole.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares one detector's figures with nights whose trainings went other ways, by their median: a change beyond what that explains is a
 * finding, of the mean over pairs and of each pair.
 */
final class RobustComparison {
    private final GateOptions options;
    private final String detector;
    private final NightPairs tonight;
    private final List<NightPairs> window;

    /** @param tonight with figures alone that enough nights of the window have */
    RobustComparison(GateOptions options, String detector, NightPairs tonight, List<NightPairs> window) {
        this.options = options;
        this.detector = detector;
        this.tonight = tonight;
        this.window = window;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        mean().ifPresent(findings::add);
        Map<PairKey, PairComparison> pairs = new LinkedHashMap<>();
        tonight.aucs(detector).forEach((pair, seeds) -> pairs.put(pair, new PairComparison(options, seeds)));
        for (NightPairs night : window) {
            Map<PairKey, Map<Long, Double>> aucs = night.aucs(detector);
            pairs.forEach((pair, comparison) -> comparison.add(night.night(), aucs.getOrDefault(pair, Map.of())));
        }
        pairs.forEach((pair, comparison) -> comparison.finding(pair).ifPresent(findings::add));
        return findings;
    }

    private Optional<Finding> mean() {
        List<Night> whole = window.stream()
                .map(NightPairs::night)
                .filter(before -> MeanBand.hasSamePairs(detector, tonight.night(), before))
                .toList();
        if (whole.isEmpty()) {
            return Optional.empty();
        }
        double mean = tonight.night().mean(detector);
        MeanBand band = MeanBand.robust(options, detector, tonight.night(), whole);
        double deviations = Math.abs(band.middle() - mean) / band.deviation();
        return mean >= band.low() && mean <= band.high()
                ? Optional.empty()
                : Optional.of(Changes.ofMean(
                        detector, band.middle(), mean, Numbers.text("%.1f standard deviations", deviations)));
    }
}
