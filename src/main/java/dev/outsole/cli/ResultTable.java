package dev.outsole.cli;

import dev.outsole.job.EvaluateJob;
import dev.outsole.metric.Metric;
import dev.outsole.result.DetectorMetrics;
import dev.outsole.result.RunMetrics;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The small table at the end of an evaluation: a line for each figure, and a column for each detector. */
final class ResultTable {
    private static final int WIDTH = 100;
    private static final String GAP = "  ";
    private static final List<Line> LINES = lines();

    /** A figure of every detector. */
    private record Line(String heading, Function<DetectorMetrics, String> text) {}

    /** The text of a detector's figures, in the order of the lines, below its name. */
    private record Column(List<String> cells) {
        int width() {
            return GAP.length() + cells.stream().mapToInt(String::length).max().orElse(0);
        }
    }

    private ResultTable() {}

    private static List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        Arrays.stream(Metric.values())
                .forEach(metric -> lines.add(new Line(
                        metric.heading(), detector -> detector.metrics().shown(metric))));
        lines.add(new Line(
                "Normal kept",
                detector -> detector.confusion().normalKept() + "/"
                        + detector.confusion().normals()));
        lines.add(new Line(
                "Abnormal caught",
                detector -> detector.confusion().abnormalCaught() + "/"
                        + detector.confusion().abnormals()));
        lines.add(new Line("Seconds", detector -> String.format(Locale.ROOT, "%.1f", detector.totalSeconds())));
        return lines;
    }

    /** The table and the path of the result to {@code out}, warnings to {@code err}. */
    static void print(EvaluateJob.Outcome outcome, PrintWriter out, PrintWriter err) {
        RunMetrics metrics = outcome.metrics();
        out.printf(
                "%s (normal) vs %s (abnormal)%n",
                metrics.pair().get("normal"), metrics.pair().get("abnormal"));
        printFigures(metrics.detectors(), out);
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

    /** Side by side as many detectors as there is room for, the others below. */
    private static void printFigures(Map<String, DetectorMetrics> detectors, PrintWriter out) {
        List<String> headings =
                new ArrayList<>(LINES.stream().map(Line::heading).toList());
        headings.add(0, "Detector");
        int first = headings.stream().mapToInt(String::length).max().orElse(0);
        List<Column> block = new ArrayList<>();
        int width = first;
        for (Map.Entry<String, DetectorMetrics> detector : detectors.entrySet()) {
            Column column = column(detector.getKey(), detector.getValue());
            if (width + column.width() > WIDTH && !block.isEmpty()) {
                print(headings, first, block, out);
                block.clear();
                width = first;
            }
            block.add(column);
            width += column.width();
        }
        print(headings, first, block, out);
    }

    private static Column column(String name, DetectorMetrics detector) {
        List<String> cells = new ArrayList<>(
                LINES.stream().map(line -> line.text().apply(detector)).toList());
        cells.add(0, name);
        return new Column(cells);
    }

    private static void print(List<String> headings, int width, List<Column> block, PrintWriter out) {
        for (int line = 0; line < headings.size(); line++) {
            StringBuilder text = new StringBuilder(DetectorColumn.padded(headings.get(line), width));
            for (Column column : block) {
                String cell = column.cells().get(line);
                text.append(" ".repeat(column.width() - cell.length())).append(cell);
            }
            out.println(text);
        }
    }

    private static void warn(String name, String warning, PrintWriter err) {
        err.printf("warning: %s: %s%n", name, warning);
        err.flush();
    }
}
