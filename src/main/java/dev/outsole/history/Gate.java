package dev.outsole.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Judges a night by those before it that were made to the same settings, from the same data. Every night has the same seeds, so figures are
 * compared seed by seed.
 *
 * <p>A detector that trains no network gives the same figures everywhere; one that does gives the same where machines round alike. There
 * any difference is a change of code or libraries ({@link ExactComparison}). Elsewhere other rounding leads a training another way, as
 * another seed would, and only drops that this can't explain are findings ({@link RobustComparison}).
 */
public final class Gate {
    private final GateOptions options;

    public Gate(GateOptions options) {
        this.options = options;
    }

    /**
     * The nights that one is compared with: the last of those like it before its date.
     *
     * @param all the earliest first
     */
    public List<Night> window(Night tonight, Collection<Night> all) {
        List<Night> alike = all.stream()
                .filter(night -> night.date().isBefore(tonight.date()) && night.isLike(tonight))
                .toList();
        return alike.subList(Math.max(0, alike.size() - options.window()), alike.size());
    }

    /**
     * The judgement.
     *
     * @param window see {@link #window}
     * @param others all other nights that are known, the earliest first
     * @param recent some of them with their pairs, to know models again
     */
    public Judgement judge(
            NightPairs tonight, List<NightPairs> window, Collection<Night> others, Collection<NightPairs> recent) {
        List<Finding> findings = new ArrayList<>(Circumstances.findings(tonight.night(), others));
        findings.addAll(StaleModels.findings(tonight, recent));
        boolean enough = window.size() >= options.minimumNights();
        if (enough) {
            findings.addAll(runtime(tonight.night(), window));
            tonight.night().detectors().forEach(detector -> findings.addAll(figures(detector, tonight, window)));
        }
        return new Judgement(status(findings, enough), findings, window.size());
    }

    private static Judgement.Status status(List<Finding> findings, boolean enough) {
        if (!findings.isEmpty()) {
            return Judgement.Status.REGRESSION;
        }
        return enough ? Judgement.Status.PASSED : Judgement.Status.TOO_LITTLE_HISTORY;
    }

    private List<Finding> figures(String detector, NightPairs tonight, List<NightPairs> window) {
        List<NightPairs> same = window.stream()
                .filter(before -> shouldBeSame(detector, tonight.night(), before.night()))
                .toList();
        return same.isEmpty()
                ? new RobustComparison(options, detector, tonight, window).findings()
                : new ExactComparison(options.tolerance(), detector, tonight, same).findings();
    }

    /** Whether a detector's figures of both nights should be the same, bit for bit; not if one of them has none. */
    private static boolean shouldBeSame(String detector, Night tonight, Night before) {
        boolean trained = tonight.means(detector).stream().anyMatch(DetectorMean::trained);
        return before.detectors().contains(detector) && (!trained || tonight.roundsAs(before));
    }

    /**
     * Where the gate lets a detector's mean lie on a night; absent with too little history.
     *
     * @param window see {@link #window}
     */
    Optional<MeanBand> band(String detector, Night night, List<Night> window) {
        if (window.size() < options.minimumNights()) {
            return Optional.empty();
        }
        List<Night> same = window.stream()
                .filter(before -> shouldBeSame(detector, night, before))
                .toList();
        return same.isEmpty()
                ? MeanBand.robust(options, detector, night, window)
                : Optional.of(MeanBand.exact(options, detector, same));
    }

    private List<Finding> runtime(Night tonight, List<NightPairs> window) {
        double median = RobustStatistics.median(window.stream()
                .mapToDouble(before -> before.night().totalSeconds())
                .toArray());
        double factor = tonight.totalSeconds() / median;
        return factor <= options.runtimeFactor()
                ? List.of()
                : List.of(new Finding(
                        Finding.Kind.RUNTIME,
                        factor,
                        Numbers.text(
                                "it took %.0f s, %.1f times the median of %.0f s",
                                tonight.totalSeconds(), factor, median)));
    }
}
