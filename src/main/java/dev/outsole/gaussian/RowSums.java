package dev.outsole.gaussian;

import dev.outsole.UserError;
import java.io.Serializable;

/**
 * What a first look at training rows brings.
 *
 * @param rows how many there are
 * @param sums of each feature, {@code [d]}; not copied
 * @param largest entry by its absolute value
 */
@SuppressWarnings("ArrayRecordComponent") // a sum on its way, never compared
public record RowSums(long rows, double[] sums, double largest) implements Serializable {

    /**
     * Of rows {@code [n × d]}, at least one.
     *
     * @throws UserError if they have different lengths, or entries that aren't finite
     */
    public static RowSums of(float[][] rows) {
        double[] sums = new double[rows[0].length];
        double largest = 0;
        for (float[] row : rows) {
            requireLength(row.length, sums.length);
            for (int j = 0; j < sums.length; j++) {
                requireFinite(row[j]);
                sums[j] += row[j];
                largest = Math.max(largest, Math.abs(row[j]));
            }
        }
        return new RowSums(rows.length, sums, largest);
    }

    /** Of these rows and others. */
    public RowSums plus(RowSums other) {
        requireLength(other.sums.length, sums.length);
        double[] both = new double[sums.length];
        for (int j = 0; j < both.length; j++) {
            both[j] = sums[j] + other.sums[j];
        }
        return new RowSums(rows + other.rows, both, Math.max(largest, other.largest));
    }

    /** Of each feature, {@code [d]}. */
    public double[] mean() {
        double[] mean = new double[sums.length];
        for (int j = 0; j < mean.length; j++) {
            mean[j] = sums[j] / rows;
        }
        return mean;
    }

    private static void requireLength(int length, int other) {
        if (length != other) {
            throw new UserError("Gaussian distance: training rows have " + Math.min(length, other) + " and "
                    + Math.max(length, other) + " features; all must have the same number");
        }
    }

    private static void requireFinite(float feature) {
        if (!Float.isFinite(feature)) {
            throw new UserError("Gaussian distance: a training row holds " + feature + "; all features must be finite");
        }
    }
}
