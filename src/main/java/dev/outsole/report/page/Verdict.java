package dev.outsole.report.page;

import dev.outsole.sweep.Comparison;
import dev.outsole.sweep.DetectorSummary;
import dev.outsole.sweep.HopelessPair;
import dev.outsole.sweep.Summary;
import java.util.ArrayList;
import java.util.List;

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
        sentences.add(hopeless());
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
            return name(0).atStart() + ": mean AUC "
                    + Figures.rate(ranked.get(0).meanAuc());
        }
        Comparison any = compared.get(0);
        long first = wins(Comparison.Verdict.FIRST);
        long second = wins(Comparison.Verdict.SECOND);
        DetectorName better = new DetectorName(first >= second ? any.first() : any.second());
        DetectorName worse = new DetectorName(first >= second ? any.second() : any.first());
        String pairs = " of " + Figures.count(compared.size(), "pair", "pairs");
        return first == second
                ? better.atStart() + " and " + worse.inText() + " win on " + first + pairs + " each"
                : better.atStart() + " " + better.verb("beats", "beat") + " " + worse.inText() + " on "
                        + Math.max(first, second) + pairs;
    }

    private String average() {
        DetectorName best = name(0);
        String auc = onePair() ? "AUC " : "mean AUC ";
        String value = auc + rate(0);
        if (ranked.size() == 1) {
            return best.atStart() + " " + best.verb("reaches", "reach") + " " + value + over("") + ".";
        }
        if (ranked.get(0).meanAuc() == ranked.get(1).meanAuc()) {
            return best.atStart() + " and " + name(1).inText() + " are equally good: " + value + " against " + rate(1)
                    + ".";
        }
        return ranked.size() == 2
                ? best.atStart() + " " + best.verb("is", "are") + " better than " + name(1).inText()
                        + over("on average ") + ": " + value + " against " + rate(1) + "."
                : best.atStart() + " " + best.verb("is", "are") + " the best of " + ranked.size() + " detectors"
                        + over("on average ") + ": " + value + ", followed by " + name(1).inText() + " with " + rate(1)
                        + reference() + ".";
    }

    private String over(String average) {
        return onePair() ? "" : " " + average + "over " + Figures.count(summary.pairs(), "pair", "pairs");
    }

    /** Where the reference stands, if that isn't said yet. */
    private String reference() {
        return ranked.stream()
                .skip(2)
                .filter(detector -> detector.detector().equals(Comparison.REFERENCE))
                .findFirst()
                .map(found -> "; " + new DetectorName(found.detector()).inText() + ", the reference, "
                        + new DetectorName(found.detector()).verb("reaches ", "reach ") + Figures.rate(found.meanAuc()))
                .orElse("");
    }

    private DetectorName name(int rank) {
        return new DetectorName(ranked.get(rank).detector());
    }

    private String rate(int rank) {
        return Figures.rate(ranked.get(rank).meanAuc());
    }

    private String tests() {
        Comparison any = compared.get(0);
        DetectorName first = new DetectorName(any.first());
        DetectorName second = new DetectorName(any.second());
        if (onePair()) {
            boolean significant = any.verdict() != Comparison.Verdict.UNDECIDED;
            String between = ranked.size() == 2 ? "" : " between " + first.inText() + " and " + second.inText();
            return "By DeLong’s test the difference" + between + " is " + (significant ? "" : "not ")
                    + "significant at 5 % ("
                    + Figures.and(any.pValues().stream().map(Figures::pValue).toList()) + ").";
        }
        return "By DeLong’s test at 5 %, corrected by Holm for " + compared.size() + " tests, "
                + wins(first, Comparison.Verdict.FIRST) + ", "
                + wins(second, Comparison.Verdict.SECOND) + ", and "
                + Figures.count(wins(Comparison.Verdict.UNDECIDED), "pair is", "pairs are") + " undecided. "
                + byChance();
    }

    private String byChance() {
        return "Without the correction "
                + Figures.count(Comparison.countDecidedAlone(compared), "pair", "pairs")
                + " would be decided; of equally good detectors up to "
                + Figures.tick(Comparison.expectedByChance(compared.size())) + " of " + compared.size()
                + " would be, by chance.";
    }

    private String wins(DetectorName detector, Comparison.Verdict verdict) {
        return detector.inText() + " " + detector.verb("is", "are") + " better on "
                + Figures.count(wins(verdict), "pair", "pairs");
    }

    private long wins(Comparison.Verdict verdict) {
        return Comparison.count(compared, verdict);
    }

    private String hopeless() {
        if (onePair()) {
            String best = ranked.size() > 2 ? "best" : "better";
            return hopeless.isEmpty()
                    ? "The pair is not hopeless: the " + best + " detector reaches an AUC of " + HopelessPair.AUC + "."
                    : "The pair is hopeless: no detector reaches an AUC of " + HopelessPair.AUC + ".";
        }
        if (hopeless.isEmpty()) {
            return "No pair is hopeless: on each, some detector reaches an AUC of " + HopelessPair.AUC + ".";
        }
        List<String> names = hopeless.stream()
                .map(pair -> pair.normal() + " vs " + pair.abnormal() + " (" + Figures.rate(pair.auc()) + ")")
                .toList();
        String shown = names.size() <= NAMED
                ? Figures.and(names)
                : String.join(", ", names.subList(0, NAMED)) + " and " + (names.size() - NAMED) + " more";
        return Figures.count(names.size(), "pair is", "pairs are") + " hopeless, with no detector at an AUC of "
                + HopelessPair.AUC + ": " + shown + ".";
    }
}
