package dev.outsole.svm;

import dev.outsole.memory.MemoryBudget;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Rows of the kernel matrix K {@code [n × n]} of some training rows, computed {@value KernelBlock#TILE} at a time when they are asked
 * for; those used last are kept outside the heap, within a budget that all fits of the JVM share.
 *
 * <p>Whether a row was kept or computed again doesn't change a bit of it: row i always has place i mod {@value KernelBlock#TILE} in its
 * block, whatever the others are. So other fits, and the budget, don't change the solution.
 */
final class KernelRows implements AutoCloseable {
    private final float[][] rows;
    private final CentredRows centred;
    private final KernelBlock block;
    private final RowCache kept;
    /** Handed out in turn. */
    private final float[][] lent;

    private int next;

    /** @param budget with {@link #bytesAtLeast} in it already */
    KernelRows(float[][] rows, double gamma, MemoryBudget.Share budget) {
        this.rows = rows;
        centred = new CentredRows(rows, gamma);
        block = new KernelBlock(centred, KernelBlock.TILE);
        kept = new RowCache(rows.length, budget);
        lent = new float[2][rows.length];
    }

    /** Native memory without which it can't work for {@code [n × d]} rows: themselves, a block, and the rows that it keeps at least. */
    static long bytesAtLeast(int count, int width) {
        return RowCache.bytes(count + KernelBlock.TILE, width)
                + RowCache.bytes(KernelBlock.TILE + RowCache.ROWS_AT_LEAST, count);
    }

    int count() {
        return rows.length;
    }

    /**
     * Row {@code i} of K, {@code [n]}, with 1 on the diagonal. Not to be changed, and good until two more have been asked for: its memory
     * is another row's then.
     *
     * @param urgency how likely each row is to be asked for soon, to choose what is computed together with a missing one; −∞ if not at all
     */
    float[] get(int i, IntToDoubleFunction urgency) {
        if (!kept.contains(i)) {
            kept.makeWay();
            compute(block(i, urgency));
        }
        float[] row = lent[next];
        next = (next + 1) % lent.length;
        kept.copy(i, row);
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
            if (candidate > best[place] && !kept.contains(i)) {
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
        float[] row = new float[rows.length];
        for (int place = 0; place < chosen.length; place++) {
            int i = chosen[place];
            if (i >= 0) {
                block.kernel(place, row);
                row[i] = 1; // which rounding may have missed
                kept.put(i, row);
            }
        }
    }

    @Override
    public void close() {
        kept.close();
        block.close();
        centred.close();
    }
}
