package dev.outsole.neighbour;

import java.util.Arrays;

/** The k rows nearest to one query, of all that were offered so far; the order of equal ones is that of the offers. */
final class Nearest {
    private final float[] values;
    private final int[] rows;
    private int found;

    Nearest(int k) {
        values = new float[k];
        Arrays.fill(values, Float.POSITIVE_INFINITY);
        rows = new int[k];
    }

    /** What a value must be below to count. */
    float limit() {
        return values[values.length - 1];
    }

    /** Takes a row in, whose value is below the limit. */
    void add(float value, int row) {
        int place = values.length - 1;
        while (place > 0 && values[place - 1] > value) {
            values[place] = values[place - 1];
            rows[place] = rows[place - 1];
            place--;
        }
        values[place] = value;
        rows[place] = row;
        found = Math.min(found + 1, rows.length);
    }

    int[] rows() {
        return Arrays.copyOf(rows, found);
    }
}
