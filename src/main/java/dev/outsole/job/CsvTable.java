package dev.outsole.job;

import com.univocity.parsers.csv.CsvWriter;
import com.univocity.parsers.csv.CsvWriterSettings;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rows as comma-separated text. */
final class CsvTable {

    private CsvTable() {}

    /** Writes them below a header; the stream stays open. */
    static void write(OutputStream out, String[] header, List<Object[]> rows) {
        CsvWriterSettings settings = new CsvWriterSettings();
        settings.getFormat().setLineSeparator("\n");
        CsvWriter writer = new CsvWriter(out, StandardCharsets.UTF_8, settings);
        writer.writeHeaders(header);
        rows.forEach(writer::writeRow);
        writer.flush();
    }
}
