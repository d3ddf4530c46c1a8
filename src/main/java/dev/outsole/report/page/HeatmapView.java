package dev.outsole.report.page;

import java.util.List;

/**
 * A table of one figure for every pair of classes: a row for each normal class, a column for each abnormal one.
 *
 * @param mean of all cells
 */
public record HeatmapView(
        String id, String caption, String mean, ScaleView scale, List<ClassView> columns, List<RowView> rows) {

    /** The colours, the name of a class in the style sheet, and what its ends and its middle stand for. */
    public record ScaleView(
            String name, String low, String middle, String high, String lowMeaning, String highMeaning) {}

    /** A class at the edge of the table. */
    public record ClassView(int label, String name) {}

    /** One normal class. */
    public record RowView(ClassView normal, List<CellView> cells) {}

    /**
     * One pair.
     *
     * @param text the figure; of a pair that has none, a mark
     * @param level the colour's, see {@link Scale}
     * @param link the pair's place in the page, {@code #…}; empty if there is none
     * @param label all of it in words
     */
    public record CellView(int abnormal, String text, int level, String link, String label) {
        public boolean linked() {
            return !link.isEmpty();
        }
    }
}
