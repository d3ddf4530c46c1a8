package dev.outsole.svm;

import dev.outsole.blas.NativeFloats;
import dev.outsole.blas.Sgemm;
import java.util.Arrays;

/**
 * The RBF kernel of some rows y with all n of the {@link CentredRows} x, by one matrix product; memory for as many y as there is room for,
 * to be used again and again by one thread.
 *
 * <p>The last bits of a row's kernel may depend on its place in the block: not all of OpenBLAS's own kernels treat all rows of a tile alike.
 */
final class KernelBlock implements AutoCloseable {
    /** What OpenBLAS's tiles divide: the room is a multiple of it, and what isn't used is 0. */
    static final int TILE = 64;
    /** Rows summed up at once; a tile is a whole number of groups. */
    private static final int GROUP = 4;

    private final CentredRows centred;
    private final int room;
    private final float[] norms;
    private final Exponential exponential;
    private final NativeFloats others;
    private final NativeFloats products;
    private int used;

    /** With room for at least {@code rows}. */
    KernelBlock(CentredRows centred, int rows) {
        this.centred = centred;
        room = (rows + TILE - 1) / TILE * TILE;
        norms = new float[room];
        exponential = new Exponential(centred.count());
        others = new NativeFloats(Math.multiplyExact(room, centred.width()));
        products = new NativeFloats(Math.multiplyExact(room, centred.count()));
    }

    int room() {
        return room;
    }

    /** Takes rows {@code [m × d]}, as many as there is room for. */
    void multiply(float[][] rows) {
        used = rows.length;
        int width = centred.width();
        for (int i = 0; i < used; i++) {
            norms[i] = centred.centre(rows[i], others, i);
        }
        int unused = (room - used) * width;
        others.put(used * width, new float[unused], 0, unused);
        int count = centred.count();
        Sgemm.multiply(
                false,
                true,
                room,
                count,
                width,
                2 * centred.gamma(),
                others,
                0,
                width,
                centred.rows(),
                0,
                width,
                0,
                products,
                0,
                count);
    }

    /** Writes the kernel of row {@code i} of them with all x to an array {@code [n]}. */
    void kernel(int i, float[] target) {
        products.get(i * target.length, target, 0, target.length);
        float norm = norms[i];
        centred.subtractNorms(target, norm);
        exponential.apply(target);
    }

    /** For each of the rows the sum of its kernels with all x, each times its weight. */
    double[] weightedSums(double[] weights) {
        float[][] kernels = new float[GROUP][weights.length];
        double[] sums = new double[room];
        for (int first = 0; first < used; first += GROUP) {
            for (int i = first; i < Math.min(first + GROUP, used); i++) {
                kernel(i, kernels[i - first]);
            }
            add(weights, kernels, sums, first);
        }
        return Arrays.copyOf(sums, used);
    }

    /** Each sum waits for the one before, so four at once take as long as one. */
    private static void add(double[] weights, float[][] kernels, double[] sums, int first) {
        float[] k0 = kernels[0];
        float[] k1 = kernels[1];
        float[] k2 = kernels[2];
        float[] k3 = kernels[3];
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        for (int x = 0; x < weights.length; x++) {
            double weight = weights[x];
            sum0 += weight * k0[x];
            sum1 += weight * k1[x];
            sum2 += weight * k2[x];
            sum3 += weight * k3[x];
        }
        sums[first] = sum0;
        sums[first + 1] = sum1;
        sums[first + 2] = sum2;
        sums[first + 3] = sum3;
    }

    @Override
    public void close() {
        others.close();
        products.close();
    }
}
