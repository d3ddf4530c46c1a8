package dev.outsole.report.page;

import dev.outsole.image.ImageClass;
import dev.outsole.sweep.Comparison;
import dev.outsole.sweep.DetectorSummary;
import dev.outsole.sweep.Summary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Says what came of a run: which detector is better on average, on how many pairs, and which pairs are hopeless. */
final class Verdict {
    /** No detector is worth its name on a pair where the best of them stays below. */
    static final double HOPELESS = 0.6;
    /** So many hopeless pairs are named. */
    private static final int NAMED = 8;

    private final PairMatrix matrix;
    private final Summary summary;
    private final List<DetectorSummary> ranked;
    /** Of the best detector besides the reference with the reference. */
    private final List<Comparison> compared;

    Verdict(PairMatrix matrix, Summary summary) {
        this.matrix = matrix;
        this.summary = summary;
        this.ranked = summary.detectors().stream()
                .sorted(Comparator.comparingDouble(DetectorSummary::meanAuc).reversed())
                .toList();
        this.compared = ranked.stream()
                .map(detector -> summary.comparisons(detector.detector()))
                .filter(comparisons -> !comparisons.isEmpty())
                .findFirst()
                .orElse(List.of());
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
            return capital(name(ranked.get(0).detector())) + ": mean AUC "
                    + Figures.rate(ranked.get(0).meanAuc());
        }
        Comparison any = compared.get(0);
        long first = wins(Comparison.Verdict.FIRST);
        long second = wins(Comparison.Verdict.SECOND);
        String better = first >= second ? any.first() : any.second();
        String worse = first >= second ? any.second() : any.first();
        String pairs = " of " + Figures.count(compared.size(), "pair", "pairs");
        return first == second
                ? capital(name(better)) + " and " + name(worse) + " win on " + first + pairs + " each"
                : capital(name(better)) + " beat" + verbEnd(better) + " " + name(worse) + " on "
                        + Math.max(first, second) + pairs;
    }

    private String average() {
        DetectorSummary best = ranked.get(0);
        String where = onePair() ? "" : "over " + Figures.count(summary.pairs(), "pair", "pairs");
        String auc = onePair() ? "AUC " : "mean AUC ";
        if (ranked.size() == 1) {
            return capital(name(best.detector())) + " reach" + (plural(best.detector()) ? " " : "es ") + auc
                    + Figures.rate(best.meanAuc()) + (where.isEmpty() ? "" : " " + where) + ".";
        }
        DetectorSummary next = ranked.get(1);
        String values = ": " + auc + Figures.rate(best.meanAuc()) + " against " + Figures.rate(next.meanAuc()) + ".";
        if (best.meanAuc() == next.meanAuc()) {
            return capital(name(best.detector())) + " and " + name(next.detector()) + " are equally good" + values;
        }
        return capital(name(best.detector())) + (plural(best.detector()) ? " are" : " is") + " better than "
                + name(next.detector()) + (where.isEmpty() ? "" : " on average " + where) + values;
    }

    private String tests() {
        Comparison any = compared.get(0);
        if (onePair()) {
            boolean significant = any.verdict() != Comparison.Verdict.UNDECIDED;
            return "By DeLong’s test the difference is " + (significant ? "" : "not ") + "significant at 5 % ("
                    + Figures.and(any.pValues().stream().map(Figures::pValue).toList()) + ").";
        }
        return "By DeLong’s test at 5 %, " + wins(any.first(), Comparison.Verdict.FIRST) + ", "
                + wins(any.second(), Comparison.Verdict.SECOND) + ", and "
                + Figures.count(wins(Comparison.Verdict.UNDECIDED), "pair is", "pairs are") + " undecided.";
    }

    private String wins(String detector, Comparison.Verdict verdict) {
        return name(detector) + (plural(detector) ? " are" : " is") + " better on "
                + Figures.count(wins(verdict), "pair", "pairs");
    }

    private long wins(Comparison.Verdict verdict) {
        return Comparison.count(compared, verdict);
    }

    private String hopeless() {
        List<String> names = hopelessPairs();
        if (onePair()) {
            return names.isEmpty()
                    ? "The pair is not hopeless: the better detector reaches an AUC of " + HOPELESS + "."
                    : "The pair is hopeless: no detector reaches an AUC of " + HOPELESS + ".";
        }
        if (names.isEmpty()) {
            return "No pair is hopeless: on each, some detector reaches an AUC of " + HOPELESS + ".";
        }
        String shown = names.size() <= NAMED
                ? Figures.and(names)
                : String.join(", ", names.subList(0, NAMED)) + " and " + (names.size() - NAMED) + " more";
        return Figures.count(names.size(), "pair is", "pairs are") + " hopeless, with no detector at an AUC of "
                + HOPELESS + ": " + shown + ".";
    }

    private record Hopeless(String name, double best) {}

    /** The worst first. */
    private List<String> hopelessPairs() {
        List<Hopeless> found = new ArrayList<>();
        for (ImageClass normal : matrix.normals()) {
            for (ImageClass abnormal : matrix.abnormals()) {
                matrix.best(normal, abnormal).stream()
                        .filter(best -> best < HOPELESS)
                        .forEach(best -> found.add(new Hopeless(
                                normal.name() + " vs " + abnormal.name() + " (" + Figures.rate(best) + ")", best)));
            }
        }
        found.sort(Comparator.comparingDouble(Hopeless::best));
        return found.stream().map(Hopeless::name).toList();
    }

    private static String name(String detector) {
        return plural(detector) ? detector : "the " + detector;
    }

    private static boolean plural(String detector) {
        return detector.endsWith("s");
    }

    private static String verbEnd(String detector) {
        return plural(detector) ? "" : "s";
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
