package dev.outsole.gaussian;

import java.util.List;

/** Training rows of the tests, and fits of them in one go. */
final class TrainingTable {
    /** About (10, 20): z = (3, 1), (−3, −1), (1, 3), (−1, −3). */
    static final float[][] CROSS = {{13, 21}, {7, 19}, {11, 23}, {9, 17}};

    private TrainingTable() {}

    /** Quarters, exact in single precision; the same formula as in the scikit-learn script that the expected figures are from. */
    static float[][] rows(int count, int width) {
        float[][] rows = new float[count][width];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < width; j++) {
                rows[i][j] = ((i * 7 + j * 13 + i * i * (j + 1)) % 17) / 4f + i;
            }
        }
        return rows;
    }

    static Scatter scatter(float[][] rows) {
        RowSums sums = RowSums.of(rows);
        return Scatter.of(List.<float[][]>of(rows), sums.mean());
    }

    static Whitening whitening(float[][] rows) {
        Scatter scatter = scatter(rows);
        return GaussianFunction.whitening(scatter, Shrinkage.ledoitWolf(scatter));
    }
}
