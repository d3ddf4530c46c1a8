package dev.outsole.neighbour;

import dev.outsole.UserError;
import dev.outsole.blas.NativeFloats;
import java.io.Serializable;
import java.util.Arrays;

/** Some of the training rows, one after the other in one array: of a size that can be sent to another machine, and dropped there again. */
public final class NeighbourBlock implements Serializable {
    private static final long serialVersionUID = 1;
    /** 32 MiB. */
    private static final int MOST_FLOATS = 8 << 20;

    private final int first;
    private final int width;
    private final float[] entries;
    /** ‖x‖² of each row. */
    private final float[] norms;

    /**
     * Rows that follow {@code first} others.
     *
     * @param width number of features d
     * @param entries {@code [n × d]}, n ≥ 1, row by row; not copied
     * @throws UserError if an entry isn't finite
     */
    NeighbourBlock(int first, int width, float[] entries) {
        this.first = first;
        this.width = width;
        this.entries = entries;
        norms = new float[entries.length / width];
        for (int i = 0; i < norms.length; i++) {
            norms[i] = squaredNorm(i * width);
            if (!Float.isFinite(norms[i])) {
                throw new UserError("nearest neighbours: training row " + (first + i)
                        + " holds an entry that isn't finite, or is too large to be squared");
            }
        }
    }

    /** Most rows that a block has. */
    static int mostRows(int width) {
        return Math.max(1, MOST_FLOATS / width);
    }

    private float squaredNorm(int start) {
        double sum = 0;
        for (int i = start; i < start + width; i++) {
            sum += (double) entries[i] * entries[i];
        }
        return (float) sum;
    }

    /** How many rows come before these. */
    public int first() {
        return first;
    }

    /** Number of rows n. */
    public int count() {
        return norms.length;
    }

    /** Number of features d. */
    public int width() {
        return width;
    }

    /** All rows, {@code [n × d]}; not copied. */
    public float[] entries() {
        return entries;
    }

    /** A copy of row {@code i} of the block. */
    public float[] row(int i) {
        return Arrays.copyOfRange(entries, i * width, (i + 1) * width);
    }

    /** Copies of some rows. */
    float[][] rows(int from, int to) {
        float[][] rows = new float[to - from][];
        Arrays.setAll(rows, i -> row(from + i));
        return rows;
    }

    float[] norms() {
        return norms;
    }

    /** Copies some rows to the start of native memory. */
    void put(int from, int count, NativeFloats memory) {
        memory.put(0, entries, from * width, count * width);
    }

    /** Euclidean distance of row {@code i} of the block; four sums side by side, for one would wait for each of its additions. */
    double distance(float[] query, int i) {
        int start = i * width;
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int j = 0;
        for (; j + 3 < width; j += 4) {
            a += square(query[j], entries[start + j]);
            b += square(query[j + 1], entries[start + j + 1]);
            c += square(query[j + 2], entries[start + j + 2]);
            d += square(query[j + 3], entries[start + j + 3]);
        }
        for (; j < width; j++) {
            a += square(query[j], entries[start + j]);
        }
        return Math.sqrt(a + b + (c + d));
    }

    private static double square(double x, double y) {
        return (x - y) * (x - y);
    }
}
