package dev.outsole.gaussian;

import dev.outsole.UserError;
import dev.outsole.blas.NativeFloats;
import dev.outsole.blas.Sgemm;
import java.io.Serializable;

/**
 * From rows to coordinates in which a Gaussian is round: y = W (x − mean), with W the inverse of the lower Cholesky factor of the covariance
 * matrix. ‖y‖ is the Mahalanobis distance (Mahalanobis 1936) of x from the mean. Products are by {@code sgemm}, sums in double precision.
 */
public final class Whitening implements Serializable {
    private static final long serialVersionUID = 1;
    /** Rows of one matrix product: enough for its full speed, few enough for its result to stay in the cache. */
    private static final int BLOCK = 256;

    private final double[] mean;
    /** Wᵀ, an upper triangle, row by row without what is below the diagonal: {@code [d (d + 1) / 2]}. */
    private final float[] triangle;

    /**
     * From its numbers; they aren't copied.
     *
     * @param mean {@code [d]}
     * @param triangle Wᵀ row by row from the diagonal on, {@code [d (d + 1) / 2]}
     */
    public Whitening(double[] mean, float[] triangle) {
        if (triangle.length != (long) mean.length * (mean.length + 1) / 2) {
            throw new IllegalArgumentException(
                    mean.length + " features don't make a triangle of " + triangle.length + " numbers");
        }
        this.mean = mean;
        this.triangle = triangle;
    }

    /** Number of features d. */
    public int dimension() {
        return mean.length;
    }

    /** Of each feature, {@code [d]}; not copied. */
    public double[] mean() {
        return mean;
    }

    /** Wᵀ row by row from the diagonal on; not copied. */
    public float[] triangle() {
        return triangle;
    }

    /**
     * Mahalanobis distances of rows {@code [n × d]} from the mean.
     *
     * @throws UserError if a row has another length
     */
    public double[] distances(float[][] rows) {
        int width = mean.length;
        int block = Math.min(BLOCK, Math.max(1, rows.length));
        double[] distances = new double[rows.length];
        try (NativeFloats matrix = new NativeFloats(Math.multiplyExact(width, width));
                NativeFloats centred = new NativeFloats(Math.multiplyExact(block, width));
                NativeFloats whitened = new NativeFloats(block * width)) {
            unpack(matrix);
            for (int from = 0; from < rows.length; from += block) {
                int count = Math.min(block, rows.length - from);
                for (int i = 0; i < count; i++) {
                    centred.put(i * width, centred(rows[from + i]), 0, width);
                }
                Sgemm.multiply(
                        false, false, count, width, width, 1, centred, 0, width, matrix, 0, width, 0, whitened, 0,
                        width);
                norms(whitened, count, distances, from);
            }
        }
        return distances;
    }

    private void unpack(NativeFloats matrix) {
        int width = mean.length;
        float[] row = new float[width];
        int next = 0;
        for (int i = 0; i < width; i++) {
            System.arraycopy(triangle, next, row, i, width - i);
            matrix.put(i * width, row, 0, width);
            row[i] = 0;
            next += width - i;
        }
    }

    private float[] centred(float[] row) {
        if (row.length != mean.length) {
            throw new UserError("Gaussian distance: a row has " + row.length
                    + " features, but the model was trained on " + mean.length);
        }
        float[] centred = new float[row.length];
        for (int j = 0; j < centred.length; j++) {
            centred[j] = (float) (row[j] - mean[j]);
        }
        return centred;
    }

    private void norms(NativeFloats whitened, int count, double[] distances, int from) {
        float[] row = new float[mean.length];
        for (int i = 0; i < count; i++) {
            whitened.get(i * row.length, row, 0, row.length);
            double sum = 0;
            for (float coordinate : row) {
                sum += (double) coordinate * coordinate;
            }
            distances[from + i] = Math.sqrt(sum);
        }
    }
}
