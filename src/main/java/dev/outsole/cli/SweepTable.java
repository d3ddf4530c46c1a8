package dev.outsole.cli;

import dev.outsole.job.SweepJob;
import dev.outsole.sweep.Comparison;
import dev.outsole.sweep.Comparison.Verdict;
import dev.outsole.sweep.DetectorSummary;
import dev.outsole.sweep.Speed;
import dev.outsole.sweep.Summary;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The small table at the end of a sweep: the leaderboard, in 100 columns with detectors' names of up to 20 letters. */
final class SweepTable {

    private SweepTable() {}

    /** The table and the path of the result to {@code out}, warnings to {@code err}. */
    static void print(SweepJob.Outcome outcome, PrintWriter out, PrintWriter err) {
        Summary summary = outcome.summary();
        if (summary.detectors().isEmpty()) {
            out.println("no model: all " + summary.plannedModels() + " have failed");
        } else {
            printDetectors(summary, out);
        }
        summary.detectors().stream()
                .map(detector -> summary.comparisons(detector.detector()))
                .filter(comparisons -> !comparisons.isEmpty())
                .forEach(comparisons -> {
                    out.println(against(comparisons));
                    if (comparisons.size() > 1) {
                        out.println(correction(comparisons));
                    }
                });
        out.println(outcome.directory());
        out.flush();
        summary.collapsed()
                .forEach(model ->
                        err.printf("warning: %s: the embedding has collapsed; its figures say nothing%n", model));
        summary.failed().forEach((model, reason) -> err.printf("failed: %s: %s%n", model, reason));
        err.flush();
    }

    private static void printDetectors(Summary summary, PrintWriter out) {
        List<String> empty = summary.detectorsWithoutModels();
        int width = DetectorColumn.width(
                Stream.concat(summary.detectors().stream().map(DetectorSummary::detector), empty.stream())
                        .toList());
        out.println(
                DetectorColumn.padded("detector", width) + " models  mean AUC  vs rest   fit s  images/s  worst pair");
        summary.detectors().forEach(detector -> out.println(row(width, summary.models(detector), detector)));
        empty.forEach(detector -> out.printf(
                "%s %6s  all its models have failed%n",
                DetectorColumn.padded(detector, width), "0/" + summary.plannedModels(detector)));
    }

    private static String against(List<Comparison> comparisons) {
        return String.format(
                Locale.ROOT,
                "%s against %s: better on %d pairs, worse on %d, undecided on %d",
                comparisons.get(0).first(),
                comparisons.get(0).second(),
                Comparison.count(comparisons, Verdict.FIRST),
                Comparison.count(comparisons, Verdict.SECOND),
                Comparison.count(comparisons, Verdict.UNDECIDED));
    }

    private static String correction(List<Comparison> comparisons) {
        return String.format(
                Locale.ROOT,
                "  (by Holm's correction for %d tests; %d decided without it, of which up to %.1f by chance)",
                comparisons.size(),
                Comparison.countDecidedAlone(comparisons),
                Comparison.expectedByChance(comparisons.size()));
    }

    private static String row(int width, String models, DetectorSummary detector) {
        Speed speed = detector.speed();
        return String.format(
                Locale.ROOT,
                "%s %6s  %8.4f  %7.4f  %6s  %8s  %s vs %s %.4f",
                DetectorColumn.padded(detector.detector(), width),
                models,
                detector.meanAuc(),
                detector.meanOneVsRest(),
                speed == null ? "" : String.format(Locale.ROOT, "%.1f", speed.fitSeconds()),
                speed == null ? "" : String.format(Locale.ROOT, "%.0f", speed.imagesPerSecond()),
                detector.worstPair().normal(),
                detector.worstPair().abnormal(),
                detector.worstPair().auc());
    }
}
