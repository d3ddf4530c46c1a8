package dev.outsole.report.page;

import dev.outsole.sweep.Comparison;
import dev.outsole.sweep.DetectorSummary;
import dev.outsole.sweep.HopelessPair;
import dev.outsole.sweep.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what came of a run: which detector is best on average, how often it beats the reference, and which pairs are hopeless. */
final class Verdict {
    /** So many hopeless pairs are named. */
    private static final int NAMED = 8;

    private final PairMatrix matrix;
    private final Summary summary;
    private final List<DetectorSummary> ranked;
    /** Of the best detector besides the reference with the reference. */
    private final List<Comparison> compared;

    private final List<HopelessPair> hopeless;

    /** @param hopeless the worst first */
    Verdict(PairMatrix matrix, Summary summary, List<HopelessPair> hopeless) {
        this.matrix = matrix;
        this.summary = summary;
        this.ranked = summary.detectors();
        this.compared = summary.bestComparisons();
        this.hopeless = hopeless;
    }

    VerdictView view() {
        if (ranked.isEmpty()) {
            return new VerdictView("No model was trained", List.of("All models failed: there is nothing to compare."));
        }
        List<String> sentences = new ArrayList<>(List.of(average()));
        if (!compared.isEmpty()) {
            sentences.add(tests());
        }
        hopeless().ifPresent(sentences::add);
        return new VerdictView(headline(), sentences);
    }

    private boolean onePair() {
        return summary.pairs() == 1;
    }

    private String headline() {
        if (onePair()) {
            return matrix.normals().get(0).name() + " against "
                    + matrix.abnormals().get(0).name();
        }
        if (compared.isEmpty()) {
            return name(0) + ": mean AUC " + rate(0);
        }
        Comparison any = compared.get(0);
        long first = wins(Comparison.Verdict.FIRST);
        long second = wins(Comparison.Verdict.SECOND);
        String pairs = " of " + Figures.count(compared.size(), "pair", "pairs");
        if (first == second) {
            return any.first() + " and " + any.second() + " win on " + first + pairs + " each";
        }
        return first > second
                ? any.first() + " beats " + any.second() + " on " + first + pairs
                : any.second() + " beats " + any.first() + " on " + second + pairs;
    }

    private String average() {
        String auc = onePair() ? "AUC " : "mean AUC ";
        String article = onePair() ? "an " : "a ";
        String over = onePair() ? "" : "Over " + Figures.count(summary.pairs(), "pair", "pairs") + ", ";
        if (ranked.size() == 1) {
            return over + name(0) + " reaches " + article + auc + "of " + rate(0) + ".";
        }
        if (ranked.get(0).meanAuc() == ranked.get(1).meanAuc()) {
            return over + name(0) + " and " + name(1) + " are equally good: both reach " + article + auc + "of "
                    + rate(0) + ".";
        }
        return ranked.size() == 2
                ? over + name(0) + " is better than " + name(1) + ": " + auc + rate(0) + " against " + rate(1) + "."
                : over + name(0) + " is the best of " + ranked.size() + " detectors: " + auc + rate(0)
                        + ", followed by " + name(1) + " with " + rate(1) + reference() + ".";
    }

    /** Where the reference stands, if that isn't said yet. */
    private String reference() {
        return ranked.stream()
                .skip(2)
                .filter(detector -> detector.detector().equals(Comparison.REFERENCE))
                .findFirst()
                .map(found -> "; " + found.detector() + ", the reference, reaches " + Figures.rate(found.meanAuc()))
                .orElse("");
    }

    private String name(int rank) {
        return ranked.get(rank).detector();
    }

    private String rate(int rank) {
        return Figures.rate(ranked.get(rank).meanAuc());
    }

    private String tests() {
        Comparison any = compared.get(0);
        if (onePair()) {
            boolean significant = any.verdict() != Comparison.Verdict.UNDECIDED;
            String between = ranked.size() == 2 ? "" : " between " + any.first() + " and " + any.second();
            return "By DeLong’s test the difference" + between + " is " + (significant ? "" : "not ")
                    + "significant at 5 % ("
                    + Figures.and(any.pValues().stream().map(Figures::pValue).toList()) + ").";
        }
        return "By DeLong’s test at 5 %, with Holm’s correction for " + compared.size() + " tests, " + any.first()
                + " is better on " + pairs(Comparison.Verdict.FIRST) + ", " + any.second() + " is better on "
                + pairs(Comparison.Verdict.SECOND) + ", and "
                + Figures.count(wins(Comparison.Verdict.UNDECIDED), "pair is", "pairs are") + " undecided. "
                + byChance();
    }

    private String byChance() {
        return "Without the correction "
                + Figures.count(Comparison.countDecidedAlone(compared), "pair", "pairs")
                + " would be decided. Between two equally good detectors, up to "
                + Figures.tick(Comparison.expectedByChance(compared.size())) + " of " + compared.size()
                + " would be decided by chance.";
    }

    private String pairs(Comparison.Verdict verdict) {
        return Figures.count(wins(verdict), "pair", "pairs");
    }

    private long wins(Comparison.Verdict verdict) {
        return Comparison.count(compared, verdict);
    }

    /** The pairs on which no detector is of use. One pair's AUC is told already. */
    private Optional<String> hopeless() {
        if (onePair()) {
            return hopeless.isEmpty()
                    ? Optional.empty()
                    : Optional.of("No detector reaches an AUC of " + HopelessPair.AUC + ".");
        }
        if (hopeless.isEmpty()) {
            return Optional.of("On every pair at least one detector reaches an AUC of " + HopelessPair.AUC + ".");
        }
        List<String> names = hopeless.stream()
                .map(pair -> pair.normal() + " vs " + pair.abnormal() + " (" + Figures.rate(pair.auc()) + ")")
                .toList();
        String shown = names.size() <= NAMED
                ? Figures.and(names)
                : String.join(", ", names.subList(0, NAMED)) + " and " + (names.size() - NAMED) + " more";
        return Optional.of("On " + Figures.count(names.size(), "pair", "pairs") + " no detector reaches an AUC of "
                + HopelessPair.AUC + ": " + shown + ".");
    }
}
