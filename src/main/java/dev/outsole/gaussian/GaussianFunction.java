package dev.outsole.gaussian;

import dev.outsole.UserError;
import dev.outsole.distance.DistanceLimit;
import java.io.Serializable;

/** A fitted detector: the Mahalanobis distance of a row from the training rows' mean, and the limit that makes it a decision value. */
public record GaussianFunction(Whitening whitening, DistanceLimit limit) implements Serializable {
    /** A matrix of so many rows and columns is at the end of what fits into memory, and takes an hour to decompose. */
    private static final int MOST_FEATURES = 20_000;

    /**
     * Checks whether a covariance matrix can be made.
     *
     * @throws UserError if not
     */
    public static void require(RowSums sums) {
        if (sums.rows() < 2) {
            throw new UserError("Gaussian distance: there is only 1 training row; a covariance needs at least 2");
        }
        requireFeatures(sums.sums().length);
    }

    /**
     * Checks whether there are so few features that a covariance matrix can be made.
     *
     * @throws UserError if not
     */
    public static void requireFeatures(int features) {
        if (features > MOST_FEATURES) {
            throw new UserError("Gaussian distance: " + features + " features; its covariance matrix is for "
                    + MOST_FEATURES + " at the most: make the images smaller");
        }
    }

    /**
     * The whitening of a shrunk covariance matrix.
     *
     * @throws UserError if all rows are alike, or the matrix is singular in spite of the shrinkage
     */
    public static Whitening whitening(Scatter scatter, Shrinkage shrinkage) {
        if (!(shrinkage.meanVariance() > 0)) {
            throw new UserError("Gaussian distance: all " + scatter.rows()
                    + " training rows are alike; there is no distance to measure");
        }
        return Cholesky.whitening(scatter, shrinkage);
    }

    /**
     * Sets the limit by the distances of the training rows. Each is taken for what it would be if the row were not among those that mean and
     * matrix are from, as new rows are not: those that are look nearer.
     *
     * @param distances of all training rows
     * @param contamination share of the training rows that lies outside, in [0, 1)
     */
    public static GaussianFunction of(
            Whitening whitening, Shrinkage shrinkage, double[] distances, double contamination) {
        double[] outside = new double[distances.length];
        for (int i = 0; i < outside.length; i++) {
            outside[i] = leaveOneOut(distances[i], distances.length, shrinkage.weight());
        }
        return new GaussianFunction(whitening, DistanceLimit.of(outside, contamination));
    }

    /**
     * Without row z = x − mean the mean is z / (n − 1) further away, and the matrix S − c z zᵀ with c = (1 − a) / (n − 1), where a, μ and the
     * divisor n stay what they are. By that one's inverse (Sherman and Morrison 1950) D² becomes (n / (n − 1))² D² / (1 − c D²).
     */
    static double leaveOneOut(double distance, long rows, double weight) {
        double factor = rows / (rows - 1.0);
        double own = (1 - weight) / (rows - 1.0) * distance * distance;
        return factor * distance / Math.sqrt(Math.max(Math.ulp(1.0), 1 - own));
    }

    /** Decision values of rows {@code [n × d]}, higher = more normal. */
    public double[] values(float[][] rows) {
        double[] values = whitening.distances(rows);
        for (int i = 0; i < values.length; i++) {
            values[i] = limit.decisionValue(values[i]);
        }
        return values;
    }
}
