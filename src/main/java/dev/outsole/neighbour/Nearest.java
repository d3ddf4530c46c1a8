package dev.outsole.neighbour;

import java.util.Arrays;

/** The k rows nearest to one query, of all that were offered so far; the order of equal ones is that of the offers. */
final class Nearest {
    private final float[] values;
    private final int[] rows;
    private final double[] distances;
    private int found;

    Nearest(int k) {
        values = new float[k];
        Arrays.fill(values, Float.POSITIVE_INFINITY);
        rows = new int[k];
        distances = new double[k];
    }

    /** What a value must be below to count. */
    float limit() {
        return values[values.length - 1];
    }

    /** Takes a row in, whose value is below the limit; its distance isn't known yet. */
    void add(float value, int row) {
        int place = values.length - 1;
        while (place > 0 && values[place - 1] > value) {
            values[place] = values[place - 1];
            rows[place] = rows[place - 1];
            distances[place] = distances[place - 1];
            place--;
        }
        values[place] = value;
        rows[place] = row;
        found = Math.min(found + 1, rows.length);
    }

    /** Measures those that are in this block, while it is at hand. */
    void measure(float[] query, NeighbourBlock block) {
        for (int i = 0; i < found; i++) {
            int row = rows[i] - block.first();
            if (row >= 0 && row < block.count()) {
                distances[i] = block.distance(query, row);
            }
        }
    }

    /** Of all that were found, ascending. */
    double[] distances() {
        double[] sorted = Arrays.copyOf(distances, found);
        Arrays.sort(sorted);
        return sorted;
    }
}
