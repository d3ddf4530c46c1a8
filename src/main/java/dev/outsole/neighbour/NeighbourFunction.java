package dev.outsole.neighbour;

import dev.outsole.UserError;
import dev.outsole.distance.DistanceLimit;
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
        return fit(rows, rows.leaveOneOut(options.k()), complexities, options);
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

    /**
     * The same, given distances that were computed elsewhere.
     *
     * @param leaveOneOut of all rows in their order, {@link NeighbourRows#leaveOneOut}
     */
    public static NeighbourFunction fit(
            NeighbourRows rows, double[][] leaveOneOut, double[] complexities, NeighbourOptions options) {
        double[] given = complexities.length == 0 ? new double[leaveOneOut.length] : complexities;
        ExpectedDistance line = ExpectedDistance.fit(ExpectedDistance.logMeans(leaveOneOut), given);
        double[] logRatios = Arrays.stream(line.decisionValues(leaveOneOut, given))
                .map(value -> -value)
                .toArray();
        DistanceLimit limit = DistanceLimit.ofLogs(logRatios, options.contamination());
        return new NeighbourFunction(rows, options.k(), line.raised(limit.log()));
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
        return expected.decisionValues(rows.distances(queries, k), complexities);
    }
}
