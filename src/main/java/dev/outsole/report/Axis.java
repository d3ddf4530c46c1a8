package dev.outsole.report;

/**
 * One axis of a chart.
 *
 * @param decimals of its tick labels
 */
record Axis(String title, AxisRange range, int decimals) {
    /** An axis with as many decimals as its range needs. */
    Axis(String title, AxisRange range) {
        this(title, range, range.decimals());
    }
}
