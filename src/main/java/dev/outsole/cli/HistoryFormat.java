package dev.outsole.cli;

import com.univocity.parsers.csv.CsvWriter;
import com.univocity.parsers.csv.CsvWriterSettings;
import dev.outsole.history.HistoryLine;
import dev.outsole.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** How the history is printed. */
enum HistoryFormat {
    /** For people. */
    TABLE {
        @Override
        void print(List<HistoryLine> lines, PrintWriter out) {
            int width = DetectorColumn.width(
                    lines.stream().map(HistoryLine::detector).toList());
            out.println("date        " + DetectorColumn.padded("detector", width)
                    + "     AUC  seeds  status              findings  collapsed  failed  seconds  run");
            for (HistoryLine line : lines) {
                out.printf(
                        Locale.ROOT,
                        "%-10s  %s %7.4f  %5d  %-18s  %8d  %9d  %6d  %7.1f  %s%n",
                        line.date(),
                        DetectorColumn.padded(line.detector(), width),
                        line.auc(),
                        line.seeds(),
                        line.status().replace('_', ' '),
                        line.findings(),
                        line.collapsed(),
                        line.failed(),
                        line.seconds(),
                        line.run());
                if (!line.accepted().isEmpty()) {
                    out.println("            accepted: " + line.accepted());
                }
            }
            out.flush();
        }
    },
    /** With a line of names. */
    CSV {
        @Override
        void print(List<HistoryLine> lines, PrintWriter out) {
            CsvWriterSettings settings = new CsvWriterSettings();
            settings.getFormat().setLineSeparator("\n");
            CsvWriter writer = new CsvWriter(out, settings);
            writer.writeHeaders(
                    "date",
                    "detector",
                    "auc",
                    "seeds",
                    "status",
                    "findings",
                    "collapsed",
                    "failed",
                    "seconds",
                    "version",
                    "run",
                    "accepted");
            lines.forEach(line -> writer.writeRow(
                    line.date(),
                    line.detector(),
                    line.auc(),
                    line.seeds(),
                    line.status(),
                    line.findings(),
                    line.collapsed(),
                    line.failed(),
                    line.seconds(),
                    line.version(),
                    line.run(),
                    line.accepted()));
            writer.flush();
        }
    },
    /** An array of objects. */
    JSON {
        @Override
        void print(List<HistoryLine> lines, PrintWriter out) {
            try {
                ByteArrayOutputStream json = new ByteArrayOutputStream();
                Json.write(json, lines);
                out.print(json.toString(StandardCharsets.UTF_8));
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    /** Prints all of it. */
    abstract void print(List<HistoryLine> lines, PrintWriter out);
}
