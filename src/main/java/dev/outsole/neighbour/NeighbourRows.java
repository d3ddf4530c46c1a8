package dev.outsole.neighbour;

import dev.outsole.UserError;
import dev.outsole.blas.NativeFloats;
import dev.outsole.blas.Sgemm;
import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Rows to measure distances to: ‖q − x‖² = ‖q‖² − 2 q·x + ‖x‖², the products q·x a block of rows at a time by {@code sgemm}, a partial
 * selection on each block. The distances to the rows selected are then computed once more in double precision, so that equal rows are
 * exactly 0 apart; of rows whose squared distances differ by less than about 1e-6 ‖x‖², either may be taken for the nearer.
 */
public final class NeighbourRows implements Serializable {
    private static final long serialVersionUID = 1;
    /** Rows and queries of one matrix product: enough for its full speed, few enough for its result to stay in the cache. */
    private static final int BLOCK = 1024;

    private static final int QUERIES = 128;

    private final float[][] rows;
    /** ‖x‖² of each row. */
    private final float[] norms;

    /** @param rows {@code [n × d]}; not copied */
    public NeighbourRows(float[][] rows) {
        if (rows.length == 0) {
            throw new UserError("nearest neighbours: there are no training rows");
        }
        for (int i = 0; i < rows.length; i++) {
            check(rows[i], rows[0].length, "training row " + i);
        }
        this.rows = rows;
        norms = new float[rows.length];
        for (int i = 0; i < norms.length; i++) {
            norms[i] = squaredNorm(rows[i]);
        }
    }

    public int count() {
        return rows.length;
    }

    /** Number of features d. */
    public int dimension() {
        return rows[0].length;
    }

    /** Row {@code i}, {@code [d]}; not copied. */
    public float[] row(int i) {
        return rows[i];
    }

    /**
     * Euclidean distances from queries {@code [m × d]} to the k nearest rows, ascending, {@code [m × k]}; to all rows, if there are fewer.
     *
     * @throws UserError if a query has another length than the rows, or an entry that isn't finite
     */
    public double[][] distances(float[][] queries, int k) {
        for (float[] query : queries) {
            check(query, dimension(), "a row");
        }
        int[] nobody = new int[queries.length];
        Arrays.fill(nobody, -1);
        return search(queries, nobody, k);
    }

    /** The same from the rows {@code from} to {@code to} (exclusive) themselves to the other rows. */
    public double[][] leaveOneOut(int from, int to, int k) {
        return search(
                Arrays.copyOfRange(rows, from, to), IntStream.range(from, to).toArray(), k);
    }

    private static float squaredNorm(float[] row) {
        double sum = 0;
        for (float feature : row) {
            sum += (double) feature * feature;
        }
        return (float) sum;
    }

    private static void check(float[] row, int width, String name) {
        if (row.length != width) {
            throw new UserError(
                    "nearest neighbours: " + name + " has " + row.length + " features; there must be " + width);
        }
        for (float feature : row) {
            if (!Float.isFinite(feature)) {
                throw new UserError(
                        "nearest neighbours: " + name + " holds " + feature + "; all features must be finite");
            }
        }
    }

    /** @param selves for each query the row that is not its neighbour; −1 if there is none */
    private double[][] search(float[][] queries, int[] selves, int k) {
        Nearest[] nearest = new Nearest[queries.length];
        Arrays.setAll(nearest, i -> new Nearest(k));
        try (NativeFloats block = new NativeFloats(Math.multiplyExact(BLOCK, dimension()));
                NativeFloats asked = new NativeFloats(Math.multiplyExact(queries.length, dimension()));
                NativeFloats products = new NativeFloats(QUERIES * BLOCK)) {
            pack(queries, asked);
            for (int first = 0; first < rows.length; first += BLOCK) {
                int length = Math.min(BLOCK, rows.length - first);
                pack(Arrays.copyOfRange(rows, first, first + length), block);
                for (int query = 0; query < queries.length; query += QUERIES) {
                    int count = Math.min(QUERIES, queries.length - query);
                    multiply(asked, query, count, block, length, products);
                    select(products, count, first, length, nearest, selves, query);
                }
            }
        }
        double[][] distances = new double[queries.length][];
        Arrays.setAll(distances, i -> exact(queries[i], nearest[i].rows()));
        return distances;
    }

    private void pack(float[][] some, NativeFloats memory) {
        for (int i = 0; i < some.length; i++) {
            memory.put(i * dimension(), some[i], 0, dimension());
        }
    }

    /** products ← −2 queries · rowsᵀ, {@code [count × length]}. */
    private void multiply(
            NativeFloats asked, int query, int count, NativeFloats block, int length, NativeFloats products) {
        int width = dimension();
        Sgemm.multiply(
                false,
                true,
                count,
                length,
                width,
                -2,
                asked,
                query * width,
                width,
                block,
                0,
                width,
                0,
                products,
                0,
                length);
    }

    private void select(
            NativeFloats products, int count, int first, int length, Nearest[] nearest, int[] selves, int query) {
        float[] line = new float[length];
        for (int i = 0; i < count; i++) {
            products.get(i * length, line, 0, length);
            select(line, first, nearest[query + i], selves[query + i] - first);
        }
    }

    private void select(float[] line, int first, Nearest nearest, int self) {
        float[] own = norms;
        float limit = nearest.limit();
        for (int j = 0; j < line.length; j++) {
            float value = line[j] + own[first + j];
            if (value < limit && j != self) {
                nearest.add(value, first + j);
                limit = nearest.limit();
            }
        }
    }

    private double[] exact(float[] query, int[] neighbours) {
        double[] distances = new double[neighbours.length];
        for (int i = 0; i < distances.length; i++) {
            float[] row = rows[neighbours[i]];
            double sum = 0;
            for (int j = 0; j < row.length; j++) {
                double difference = (double) query[j] - row[j];
                sum += difference * difference;
            }
            distances[i] = Math.sqrt(sum);
        }
        Arrays.sort(distances);
        return distances;
    }
}
