package dev.outsole.svm;

import dev.outsole.blas.NativeFloats;

/**
 * Rows {@code [n × d]} in native memory, for kernels by matrix product: γ ‖x − y‖² = γ ‖x‖² + γ ‖y‖² − 2 γ ⟨x, y⟩. All are shifted by
 * the rows' mean, which changes no distance but leaves the product the digits that a far-off origin would take.
 */
final class CentredRows implements AutoCloseable {
    private final float gamma;
    private final double[] mean;
    private final float[] norms;
    private final NativeFloats rows;

    CentredRows(float[][] rows, double gamma) {
        this.gamma = (float) gamma;
        mean = mean(rows);
        norms = new float[rows.length];
        this.rows = new NativeFloats(Math.multiplyExact(rows.length, mean.length));
        for (int i = 0; i < rows.length; i++) {
            norms[i] = centre(rows[i], this.rows, i);
        }
    }

    private static double[] mean(float[][] rows) {
        double[] mean = new double[rows[0].length];
        for (float[] row : rows) {
            for (int j = 0; j < mean.length; j++) {
                mean[j] += row[j];
            }
        }
        for (int j = 0; j < mean.length; j++) {
            mean[j] /= rows.length;
        }
        return mean;
    }

    /** Puts a row, shifted by the mean, at a place; gives γ ‖x‖² of it. */
    float centre(float[] row, NativeFloats target, int place) {
        float[] centred = new float[mean.length];
        double sum = 0;
        for (int j = 0; j < centred.length; j++) {
            centred[j] = (float) (row[j] - mean[j]);
            sum += (double) centred[j] * centred[j];
        }
        target.put(place * centred.length, centred, 0, centred.length);
        return (float) (gamma * sum);
    }

    float gamma() {
        return gamma;
    }

    int count() {
        return norms.length;
    }

    int width() {
        return mean.length;
    }

    /** Takes another number, and then γ ‖x‖² of its own row, from each value {@code [n]}. */
    void subtractNorms(float[] values, float other) {
        float[] own = norms;
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] - other - own[i];
        }
    }

    NativeFloats rows() {
        return rows;
    }

    @Override
    public void close() {
        rows.close();
    }
}
