package dev.outsole.report.page;

/**
 * Decision values over a part of the plane, on {@code size × size} points that are evenly spread, its corners included.
 *
 * @param values row by row, rows by rising second coordinate
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record DecisionGrid(float left, float right, float bottom, float top, int size, double[] values) {

    public DecisionGrid {
        if (size < 2 || values.length != size * size) {
            throw new IllegalArgumentException("decision grid: " + values.length + " values for " + size + " × " + size
                    + " points: give one for each, and at least 2 × 2");
        }
    }
}
