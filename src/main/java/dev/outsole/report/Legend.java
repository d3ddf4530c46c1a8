package dev.outsole.report;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/**
 * What the series of a chart stand for, in centred rows below it, where it can't cover any data. XChart's own legend sets its entries
 * without a space between them, each on another base line.
 */
record Legend(List<LegendEntry> entries) {
    private static final int ROW_HEIGHT = 22;
    private static final int BETWEEN_ENTRIES = 22;

    Legend {
        entries = List.copyOf(entries);
    }

    int height(int width) {
        return rows(width).size() * ROW_HEIGHT + HouseStyle.MARGIN / 2;
    }

    void paint(Graphics2D graphics, int width, int top) {
        int baseline = top + HouseStyle.TEXT.getSize();
        for (List<LegendEntry> row : rows(width)) {
            double left = (width - width(row)) / 2;
            for (LegendEntry entry : row) {
                entry.paint(graphics, left, baseline);
                left += entry.width() + BETWEEN_ENTRIES;
            }
            baseline += ROW_HEIGHT;
        }
    }

    /** As many entries to a row as fit, at least one. */
    private List<List<LegendEntry>> rows(int width) {
        List<List<LegendEntry>> rows = new ArrayList<>();
        List<LegendEntry> row = new ArrayList<>();
        for (LegendEntry entry : entries) {
            if (!row.isEmpty() && width(row) + BETWEEN_ENTRIES + entry.width() > width - 2 * HouseStyle.MARGIN) {
                rows.add(row);
                row = new ArrayList<>();
            }
            row.add(entry);
        }
        rows.add(row);
        return rows;
    }

    private static double width(List<LegendEntry> row) {
        return row.stream().mapToDouble(LegendEntry::width).sum() + BETWEEN_ENTRIES * (row.size() - 1);
    }
}
