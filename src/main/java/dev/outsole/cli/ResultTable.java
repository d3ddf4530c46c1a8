package dev.outsole.cli;

import dev.outsole.job.EvaluateJob;
import dev.outsole.result.DetectorMetrics;
import dev.outsole.result.RunMetrics;
import java.io.PrintWriter;
import java.util.Locale;

/** The small table at the end of an evaluation. */
final class ResultTable {

    private ResultTable() {}

    /** The table and the path of the result to {@code out}, warnings to {@code err}. */
    static void print(EvaluateJob.Outcome outcome, PrintWriter out, PrintWriter err) {
        RunMetrics metrics = outcome.metrics();
        out.printf(
                "%s (normal) vs %s (abnormal)%n",
                metrics.pair().get("normal"), metrics.pair().get("abnormal"));
        int width = DetectorColumn.width(metrics.detectors().keySet());
        out.println(DetectorColumn.padded("detector", width)
                + "      AUC  average precision  normal kept  abnormal caught  seconds");
        metrics.detectors()
                .forEach((name, detector) -> out.println(DetectorColumn.padded(name, width) + row(detector)));
        out.println(outcome.directory());
        out.flush();
        metrics.detectors().forEach((name, detector) -> {
            if (detector.collapsed()) {
                warn(name, "the embedding has collapsed; its figures say nothing about the method", err);
            }
            if (detector.constant()) {
                warn(name, "all training images look the same to the one-class SVM; their scores are constant", err);
            }
        });
    }

    private static String row(DetectorMetrics detector) {
        long normals = detector.confusion().normalKept() + detector.confusion().normalRejected();
        long abnormals =
                detector.confusion().abnormalCaught() + detector.confusion().abnormalMissed();
        return String.format(
                Locale.ROOT,
                " %8.4f  %17.4f  %11s  %15s  %7.1f",
                detector.auc(),
                detector.averagePrecision(),
                detector.confusion().normalKept() + "/" + normals,
                detector.confusion().abnormalCaught() + "/" + abnormals,
                detector.totalSeconds());
    }

    private static void warn(String name, String warning, PrintWriter err) {
        err.printf("warning: %s: %s%n", name, warning);
        err.flush();
    }
}
