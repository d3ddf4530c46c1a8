package dev.outsole.neighbour;

import dev.outsole.UserError;
import dev.outsole.blas.NativeFloats;
import dev.outsole.blas.Sgemm;
import java.util.Arrays;

/**
 * Looks for the rows nearest to some queries, in one block of rows after the other: ‖q − x‖² = ‖q‖² − 2 q·x + ‖x‖², the products q·x by
 * {@code sgemm}, a partial selection on each. The distances to the rows selected are then computed once more in double precision, so that
 * equal rows are exactly 0 apart; of rows whose squared distances differ by less than about 1e-6 ‖x‖², either may be taken for the nearer.
 */
public final class NeighbourSearch implements AutoCloseable {
    /** Rows and queries of one matrix product: enough for its full speed, few enough for its result to stay in the cache. */
    static final int ROWS = 1024;

    static final int QUERIES = 256;
    /** No row's number. */
    private static final int NOBODY = Integer.MIN_VALUE;

    private final float[][] queries;
    private final int firstSelf;
    private final int width;
    private final Nearest[] nearest;
    private final NativeFloats asked;
    private final NativeFloats products;
    private final float[] line = new float[ROWS];

    private NeighbourSearch(float[][] queries, int firstSelf, int width, int k) {
        this.queries = queries;
        this.firstSelf = firstSelf;
        this.width = width;
        nearest = new Nearest[queries.length];
        Arrays.setAll(nearest, i -> new Nearest(k));
        asked = new NativeFloats(Math.multiplyExact(queries.length, width));
        products = new NativeFloats(Math.min(QUERIES, queries.length) * ROWS);
        for (int i = 0; i < queries.length; i++) {
            asked.put(i * width, queries[i], 0, width);
        }
    }

    /**
     * A search for the k rows nearest to each query.
     *
     * @param queries {@code [m × d]}; not copied
     * @param width number of features d of the rows
     * @throws UserError if a query has another length than the rows, or an entry that isn't finite
     */
    public static NeighbourSearch of(float[][] queries, int width, int k) {
        for (float[] query : queries) {
            check(query, width);
        }
        return new NeighbourSearch(queries, NOBODY, width, k);
    }

    /** The same for the rows {@code from} to {@code to} (exclusive) of a block, none of which is its own neighbour. */
    public static NeighbourSearch leaveOneOut(NeighbourBlock block, int from, int to, int k) {
        return new NeighbourSearch(block.rows(from, to), block.first() + from, block.width(), k);
    }

    private static void check(float[] query, int width) {
        if (query.length != width) {
            throw new UserError("nearest neighbours: a row has " + query.length + " features; there must be " + width);
        }
        for (float feature : query) {
            if (!Float.isFinite(feature)) {
                throw new UserError("nearest neighbours: a row holds " + feature + "; all features must be finite");
            }
        }
    }

    /** Looks among these rows. */
    public void in(NeighbourBlock block) {
        try (NativeFloats packed = new NativeFloats(Math.multiplyExact(Math.min(ROWS, block.count()), width))) {
            for (int from = 0; from < block.count(); from += ROWS) {
                int count = Math.min(ROWS, block.count() - from);
                block.put(from, count, packed);
                in(block, packed, 0, from, count);
            }
        }
        measure(block);
    }

    /** The same, with a copy of the block's rows in native memory. */
    void in(NeighbourBlock block, NativeFloats copy) {
        for (int from = 0; from < block.count(); from += ROWS) {
            in(block, copy, from * width, from, Math.min(ROWS, block.count() - from));
        }
        measure(block);
    }

    private void in(NeighbourBlock block, NativeFloats memory, int offset, int from, int count) {
        for (int query = 0; query < queries.length; query += QUERIES) {
            int many = Math.min(QUERIES, queries.length - query);
            multiply(query, many, memory, offset, count);
            for (int i = 0; i < many; i++) {
                products.get(i * count, line, 0, count);
                select(block, from, count, query + i);
            }
        }
    }

    /** products ← −2 queries · rowsᵀ, {@code [many × count]}. */
    private void multiply(int query, int many, NativeFloats memory, int offset, int count) {
        Sgemm.multiply(
                false,
                true,
                many,
                count,
                width,
                -2,
                asked,
                query * width,
                width,
                memory,
                offset,
                width,
                0,
                products,
                0,
                count);
    }

    private void select(NeighbourBlock block, int from, int count, int query) {
        float[] values = line;
        float[] norms = block.norms();
        Nearest best = nearest[query];
        int self = firstSelf == NOBODY ? NOBODY : firstSelf + query - block.first() - from;
        float limit = best.limit();
        for (int j = 0; j < count; j++) {
            float value = values[j] + norms[from + j];
            if (value < limit && j != self) {
                best.add(value, block.first() + from + j);
                limit = best.limit();
            }
        }
    }

    private void measure(NeighbourBlock block) {
        for (int i = 0; i < queries.length; i++) {
            nearest[i].measure(queries[i], block);
        }
    }

    /** Euclidean distances from each query to its k nearest rows, ascending, {@code [m × k]}; to all rows, if there were fewer. */
    public double[][] distances() {
        return Arrays.stream(nearest).map(Nearest::distances).toArray(double[][]::new);
    }

    @Override
    public void close() {
        asked.close();
        products.close();
    }
}
