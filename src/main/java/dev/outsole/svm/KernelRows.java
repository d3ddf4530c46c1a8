package dev.outsole.svm;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;

/**
 * Rows of the kernel matrix K {@code [n × n]} of some training rows, computed {@value KernelBlock#TILE} at a time when they are asked
 * for; those used last are kept, within a bound of memory.
 *
 * <p>Whether a row was kept or computed again doesn't change a bit of it: row i always has place i mod {@value KernelBlock#TILE} in its
 * block, whatever the others are.
 */
final class KernelRows implements AutoCloseable {
    private static final long MEBIBYTE = 1L << 20;

    private final float[][] rows;
    private final CentredRows centred;
    private final KernelBlock block;
    private final int capacity;
    private final Map<Integer, float[]> kept = new LinkedHashMap<>(16, 0.75f, true);

    /** @param cacheMb how much memory the rows that are kept may take, in MiB; there is always room for two blocks */
    KernelRows(float[][] rows, double gamma, int cacheMb) {
        this.rows = rows;
        centred = new CentredRows(rows, gamma);
        block = new KernelBlock(centred, KernelBlock.TILE);
        long rowsThatFit = cacheMb * MEBIBYTE / ((long) Float.BYTES * rows.length);
        capacity = (int) Math.min(Integer.MAX_VALUE, Math.max(2L * block.room(), rowsThatFit));
    }

    int count() {
        return rows.length;
    }

    /**
     * Row {@code i} of K, {@code [n]}, with 1 on the diagonal. Not to be changed, and good until two more have been asked for: its memory
     * may be another row's then.
     *
     * @param urgency how likely each row is to be asked for soon, to choose what is computed together with a missing one; −∞ if not at all
     */
    float[] get(int i, IntToDoubleFunction urgency) {
        float[] row = kept.get(i);
        if (row == null) {
            compute(block(i, urgency));
            row = Objects.requireNonNull(kept.get(i));
        }
        return row;
    }

    /** For each place the most urgent row that is missing; −1 for none. */
    private int[] block(int wanted, IntToDoubleFunction urgency) {
        int[] chosen = new int[block.room()];
        double[] best = new double[block.room()];
        Arrays.fill(chosen, -1);
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < rows.length; i++) {
            int place = i % chosen.length;
            double candidate = i == wanted ? Double.POSITIVE_INFINITY : urgency.applyAsDouble(i);
            if (candidate > best[place] && !kept.containsKey(i)) {
                best[place] = candidate;
                chosen[place] = i;
            }
        }
        return chosen;
    }

    private void compute(int[] chosen) {
        float[] nothing = new float[rows[0].length];
        block.multiply(
                Arrays.stream(chosen).mapToObj(i -> i < 0 ? nothing : rows[i]).toArray(float[][]::new));
        for (int place = 0; place < chosen.length; place++) {
            int i = chosen[place];
            if (i >= 0) {
                float[] row = memory();
                block.kernel(place, row);
                row[i] = 1; // which rounding may have missed
                kept.put(i, row);
            }
        }
    }

    /** A new row's, or that of the row which was used the longest time ago. */
    private float[] memory() {
        if (kept.size() < capacity) {
            return new float[rows.length];
        }
        Integer oldest = kept.keySet().iterator().next();
        float[] row = kept.remove(oldest);
        return row == null ? new float[rows.length] : row;
    }

    @Override
    public void close() {
        block.close();
        centred.close();
    }
}
