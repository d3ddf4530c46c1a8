package dev.outsole.neighbour;

import dev.outsole.UserError;
import java.io.Serializable;
import java.util.Arrays;

/**
 * A fitted detector: f(x) = ln of the distance expected of a normal row as complex as x, less ln of the mean distance d(x) from x to its k
 * nearest training rows. <b>Higher is more normal</b>; 0.1 is 10 % nearer than the limit, and at or below 0 a row is abnormal.
 *
 * <p>Without complexities it ranks rows as d alone does (Ramaswamy, Rastogi and Shim 2000; Angiulli and Pizzuti 2002).
 */
public final class NeighbourFunction implements Serializable {
    private static final long serialVersionUID = 1;
    /** A row equal to k training rows is as normal as can be, not infinitely so. */
    private static final double SHORTEST = 1e-6;

    private final NeighbourRows rows;
    private final int k;
    private final ExpectedDistance expected;

    public NeighbourFunction(NeighbourRows rows, int k, ExpectedDistance expected) {
        this.rows = rows;
        this.k = k;
        this.expected = expected;
    }

    /**
     * Fits it on all rows, with their complexities, or none.
     *
     * @param complexities one for each row, or empty
     * @throws UserError if there are no k rows besides each
     */
    public static NeighbourFunction fit(NeighbourRows rows, double[] complexities, NeighbourOptions options) {
        requireNeighbours(rows, options.k());
        return fit(rows, rows.leaveOneOut(0, rows.count(), options.k()), complexities, options);
    }

    /**
     * Checks that there are enough rows.
     *
     * @throws UserError if there are no k rows besides each
     */
    public static void requireNeighbours(NeighbourRows rows, int k) {
        if (rows.count() <= k) {
            throw new UserError("nearest neighbours: k = " + k + ", but of " + rows.count()
                    + " training rows each has only " + (rows.count() - 1) + " others; lower k or learn from more");
        }
    }

    /** The same with {@link NeighbourRows#leaveOneOut} of all rows, wherever that was computed. */
    public static NeighbourFunction fit(
            NeighbourRows rows, double[][] leaveOneOut, double[] complexities, NeighbourOptions options) {
        double[] logs = logMeans(leaveOneOut);
        double[] given = orAllEqual(complexities, logs.length);
        ExpectedDistance line = ExpectedDistance.fit(logs, given);
        double[] residuals = residuals(line, given, logs);
        Arrays.sort(residuals);
        int outside = (int) (options.contamination() * residuals.length);
        double limit = outside == 0 ? Math.nextDown(residuals[0]) : residuals[outside - 1];
        return new NeighbourFunction(rows, options.k(), line.lowered(limit));
    }

    /** Rows without complexities are as if all were equally complex. */
    private static double[] orAllEqual(double[] complexities, int count) {
        return complexities.length == 0 ? new double[count] : complexities;
    }

    private static double[] residuals(ExpectedDistance line, double[] complexities, double[] logDistances) {
        double[] residuals = new double[logDistances.length];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = line.log(complexities[i]) - logDistances[i];
        }
        return residuals;
    }

    private static double[] logMeans(double[][] distances) {
        return Arrays.stream(distances).mapToDouble(NeighbourFunction::logMean).toArray();
    }

    private static double logMean(double[] distances) {
        return Math.log(Math.max(SHORTEST, Arrays.stream(distances).average().orElseThrow()));
    }

    public NeighbourRows rows() {
        return rows;
    }

    public int k() {
        return k;
    }

    public ExpectedDistance expected() {
        return expected;
    }

    /**
     * Decision values of rows {@code [n × d]}, higher = more normal.
     *
     * @param complexities one for each row, or empty
     */
    public double[] values(float[][] queries, double[] complexities) {
        return valuesAt(rows.distances(queries, k), complexities);
    }

    /** The same of rows whose distances to their k nearest training rows are known, {@code [n × k]}. */
    public double[] valuesAt(double[][] distances, double[] complexities) {
        double[] logs = logMeans(distances);
        return residuals(expected, orAllEqual(complexities, logs.length), logs);
    }
}
