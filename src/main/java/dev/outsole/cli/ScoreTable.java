package dev.outsole.cli;

import dev.outsole.job.ScoreJob;
import dev.outsole.result.ScoreSummary;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is shown when images are scored. */
final class ScoreTable {

    private ScoreTable() {}

    /** The summary and the path of the result to {@code out}, warnings to {@code err}. */
    static void print(ScoreJob.Outcome outcome, PrintWriter out, PrintWriter err) {
        ScoreSummary summary = outcome.summary();
        out.printf(
                Locale.ROOT,
                "%d images by %s of %s: %d abnormal (%.2f %%), %d rejected%n",
                summary.images(),
                summary.detector(),
                summary.normal(),
                summary.abnormal(),
                100 * summary.shareAbnormal(),
                summary.rejected());
        if (summary.leftOut() > 0) {
            out.printf(Locale.ROOT, "%d files left out: hidden, or left behind by programs%n", summary.leftOut());
        }
        Double rate = summary.falseAlarmRate();
        out.printf(
                Locale.ROOT,
                "abnormal: decision value below %.6g, %s%n",
                summary.threshold(),
                rate == null ? "the detector's own sign" : "for at most " + rate + " false alarms among normal images");
        out.println("quantiles of the decision value: " + quantiles(summary));
        out.printf(Locale.ROOT, "%.0f images per second%n", summary.imagesPerSecond());
        out.println(outcome.directory());
        out.flush();
        warn(summary, err);
    }

    private static String quantiles(ScoreSummary summary) {
        return summary.quantiles().entrySet().stream()
                .map(entry -> String.format(Locale.ROOT, "%s: %.6g", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static void warn(ScoreSummary summary, PrintWriter err) {
        if (summary.falseAlarmRate() == null) {
            err.println(
                    "warning: the model has no calibration, so no false alarm rate can be kept: it goes by the sign of"
                            + " the decision value, which may reject half of the normal images; train it with"
                            + " --calibration-fraction");
        }
        if (summary.rejected() > 0) {
            err.printf(
                    Locale.ROOT,
                    "warning: %d images could not be scored: rejected/ tells which, and why%n",
                    summary.rejected());
        }
        err.flush();
    }
}
