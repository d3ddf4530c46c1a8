package dev.outsole.gaussian;

import dev.ludovic.netlib.lapack.JavaLAPACK;
import dev.outsole.UserError;
import org.netlib.util.intW;

/** Makes a {@link Whitening} of a covariance matrix, by LAPACK in Java, which Spark brings along; only for the fit. */
final class Cholesky {
    /** Least pivot as a part of the mean variance; what is below is lost in single precision. Images of clothes have 1e-3. */
    private static final double LEAST_PIVOT = 1e-8;

    private Cholesky() {}

    /**
     * The whitening of a shrunk covariance matrix.
     *
     * @throws UserError if that is singular
     */
    static Whitening whitening(Scatter scatter, Shrinkage shrinkage) {
        int width = scatter.dimension();
        double[] matrix = covariance(scatter, shrinkage);
        // An upper triangle row by row is a lower one column by column, as LAPACK has it.
        intW failed = new intW(0);
        JavaLAPACK.getInstance().dpotrf("L", width, matrix, width, failed);
        if (failed.val > 0 || leastPivot(matrix, width) < LEAST_PIVOT * shrinkage.meanVariance()) {
            throw new UserError("Gaussian distance: the covariance matrix of " + scatter.rows()
                    + " training rows is singular; learn from more rows, which differ");
        }
        JavaLAPACK.getInstance().dtrtri("L", "N", width, matrix, width, failed);
        return new Whitening(scatter.mean(), packed(matrix, width));
    }

    private static double[] covariance(Scatter scatter, Shrinkage shrinkage) {
        int width = scatter.dimension();
        double[] matrix = new double[width * width];
        for (int i = 0; i < width; i++) {
            for (int j = i; j < width; j++) {
                matrix[i * width + j] = shrinkage.covariance(scatter, i, j);
            }
        }
        return matrix;
    }

    private static double leastPivot(double[] factor, int width) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < width; i++) {
            double root = factor[i * width + i];
            least = Math.min(least, root * root);
        }
        return least;
    }

    private static float[] packed(double[] matrix, int width) {
        float[] triangle = new float[Math.toIntExact((long) width * (width + 1) / 2)];
        int next = 0;
        for (int i = 0; i < width; i++) {
            for (int j = i; j < width; j++) {
                triangle[next++] = (float) matrix[i * width + j];
            }
        }
        return triangle;
    }
}
