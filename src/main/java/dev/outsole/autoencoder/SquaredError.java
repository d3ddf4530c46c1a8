package dev.outsole.autoencoder;

import java.util.Arrays;

/** Sums squared differences: a few rows by column in single precision, since the JIT vectorises that, and the rest in double. */
final class SquaredError {
    private static final int ROWS = 256;

    private final float[] row;
    private final float[] columns;
    private int rows;
    private double total;

    SquaredError(int width) {
        row = new float[width];
        columns = new float[width];
    }

    /** Adds those between a target and the {@code width} values from {@code offset} on. */
    void add(float[] target, float[] values, int offset) {
        System.arraycopy(values, offset, row, 0, row.length);
        add(target, row, columns);
        if (++rows == ROWS) {
            fold();
        }
    }

    private static void add(float[] target, float[] values, float[] columns) {
        for (int j = 0; j < columns.length; j++) {
            float error = values[j] - target[j];
            columns[j] += error * error;
        }
    }

    private void fold() {
        for (float column : columns) {
            total += column;
        }
        Arrays.fill(columns, 0);
        rows = 0;
    }

    double sum() {
        fold();
        return total;
    }
}
