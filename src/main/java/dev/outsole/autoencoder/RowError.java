package dev.outsole.autoencoder;

/** Mean squared differences of single rows. Squares in one loop, which the JIT vectorises; sums in four, which don't wait for each other. */
final class RowError {
    private final float[] row;

    RowError(int width) {
        row = new float[width];
    }

    /** That between a target and the {@code width} values from {@code offset} on. */
    double mean(float[] target, float[] values, int offset) {
        System.arraycopy(values, offset, row, 0, row.length);
        square(target, row);
        return sum(row) / row.length;
    }

    private static void square(float[] target, float[] values) {
        for (int j = 0; j < values.length; j++) {
            float error = values[j] - target[j];
            values[j] = error * error;
        }
    }

    private static double sum(float[] values) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int j = 0;
        for (; j + 3 < values.length; j += 4) {
            first += values[j];
            second += values[j + 1];
            third += values[j + 2];
            fourth += values[j + 3];
        }
        for (; j < values.length; j++) {
            first += values[j];
        }
        return first + second + (third + fourth);
    }
}
