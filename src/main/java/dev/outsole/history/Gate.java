package dev.outsole.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges a night by those before it, detector by detector: by those nights whose figures of this detector rest on the same settings and data
 * ({@link Basis}), from its baseline on if one was accepted. Figures are compared pair by pair and seed by seed, so that nights with other
 * pairs or seeds beside them compare as well.
 *
 * <p>A detector that trains no network gives the same figures everywhere; one that does gives the same where machines round alike. There
 * any difference is a change of code or libraries ({@link ExactComparison}). Elsewhere other rounding leads a training another way, as
 * another seed would, and only changes that this can't explain are findings ({@link RobustComparison}). A rise is as good a reason to look
 * as a drop: nobody knows yet whether it is deserved.
 */
public final class Gate {
    private final GateOptions options;
    private final Basis basis;
    private final Windows windows;

    /** @param accepted all baselines that were ever accepted */
    public Gate(GateOptions options, Basis basis, List<Acceptance> accepted) {
        this.options = options;
        this.basis = basis;
        this.windows = new Windows(options, basis, accepted);
    }

    /**
     * The nights that a night is compared with, by detector.
     *
     * @param all the earliest first
     */
    public Map<String, List<Night>> windows(Night tonight, List<Night> all) {
        Map<String, List<Night>> nights = new LinkedHashMap<>();
        tonight.detectors()
                .forEach(detector ->
                        nights.put(detector, windows.of(detector, tonight, all).nights()));
        return nights;
    }

    /**
     * The judgement.
     *
     * @param all other nights that are known, the earliest first
     * @param read those of {@link #windows} with their pairs, and some more, to know models again
     */
    public Judgement judge(NightPairs tonight, List<Night> all, Collection<NightPairs> read) {
        List<Finding> findings = new ArrayList<>(new Circumstances(basis).findings(tonight.night(), all));
        findings.addAll(StaleModels.findings(tonight, read));
        findings.addAll(RunningTime.findings(options, basis, tonight.night(), all));
        List<String> uncompared = new ArrayList<>();
        int compared = 0;
        boolean any = false;
        for (String detector : tonight.night().detectors()) {
            Window window = windows.of(detector, tonight.night(), all);
            DetectorComparison comparison = new DetectorComparison(options, detector, tonight, window, read);
            compared = Math.max(compared, window.nights().size());
            any |= comparison.isAny();
            findings.addAll(comparison.findings());
            Uncompared reasons = new Uncompared(basis, detector, tonight.night(), all);
            reasons.of(comparison, window).ifPresent(uncompared::add);
            if (!comparison.isAny() && mustCompare(detector, tonight.night(), all)) {
                findings.add(new Finding(Finding.Kind.UNCOMPARED, 1, reasons.required()));
            }
        }
        return new Judgement(status(findings, any), findings, compared, uncompared);
    }

    /** A history that has just begun, or a baseline that was just accepted, may have nothing to compare with. */
    private boolean mustCompare(String detector, Night tonight, List<Night> all) {
        Optional<LocalDate> baseline = windows.baseline(detector, tonight, all);
        return options.requireComparison()
                && Windows.since(baseline, tonight, all).size() >= options.minimumNights();
    }

    private static Judgement.Status status(List<Finding> findings, boolean compared) {
        if (!findings.isEmpty()) {
            return Judgement.Status.REGRESSION;
        }
        return compared ? Judgement.Status.PASSED : Judgement.Status.TOO_LITTLE_HISTORY;
    }

    /** What was accepted on some of these nights, in a line each. */
    List<String> baselines(List<Night> nights) {
        return windows.baselines(nights);
    }

    /**
     * Where the gate lets a detector's mean lie on a night; absent with too little history of the same pairs and seeds.
     *
     * @param all the earliest first
     */
    Optional<MeanBand> band(String detector, Night night, List<Night> all) {
        Window window = windows.of(detector, night, all);
        List<Night> nights = window.nights().stream()
                .filter(before -> basis.isSamePlan(night, before) && MeanBand.hasSamePairs(detector, night, before))
                .toList();
        if (nights.size() < window.needed()) {
            return Optional.empty();
        }
        List<Night> same = nights.stream()
                .filter(before -> DetectorComparison.shouldBeSame(detector, night, before))
                .toList();
        return Optional.of(
                same.isEmpty()
                        ? MeanBand.robust(options, detector, night, nights)
                        : MeanBand.exact(options, detector, same));
    }
}
