package dev.outsole.neighbour;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows whose distances to all others are a task of its own.
 *
 * @param block number of their block
 * @param from first of them in the block
 * @param to the one behind the last
 */
public record RowRange(int block, int from, int to) implements Serializable {
    private static final int MOST = 1024;

    /** All rows of these blocks; which ranges there are depends on nothing else. */
    static List<RowRange> of(List<NeighbourBlock> blocks) {
        List<RowRange> ranges = new ArrayList<>();
        for (int block = 0; block < blocks.size(); block++) {
            int count = blocks.get(block).count();
            for (int from = 0; from < count; from += MOST) {
                ranges.add(new RowRange(block, from, Math.min(from + MOST, count)));
            }
        }
        return ranges;
    }
}
