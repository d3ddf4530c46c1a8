package dev.outsole.neighbour;

import dev.outsole.UserError;
import dev.outsole.blas.NativeFloats;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The training rows that distances are measured to, in blocks of at most 32 MiB. */
public final class NeighbourRows implements Serializable {
    private static final long serialVersionUID = 3;

    private final ArrayList<NeighbourBlock> blocks;
    private final @Nullable PreparedImages images;
    private transient @Nullable List<NativeFloats> copies;

    /** Takes rows {@code [n × d]}; they are copied. */
    public NeighbourRows(float[][] rows) {
        this(blocks(rows), null);
    }

    private NeighbourRows(List<NeighbourBlock> blocks, @Nullable PreparedImages images) {
        if (blocks.isEmpty()) {
            throw new UserError("nearest neighbours: there are no training rows");
        }
        this.blocks = new ArrayList<>(blocks);
        this.images = images;
    }

    /** The rows that are made of images, which are kept beside them, not copied. */
    public static NeighbourRows of(PreparedImages images) {
        return of(images.rows(), images);
    }

    /** The same, where the rows are there already. */
    public static NeighbourRows of(float[][] rows, PreparedImages images) {
        return new NeighbourRows(blocks(rows), images);
    }

    /**
     * Rows of {@code width} features, in the arrays that {@link NeighbourBlock#entries} gave.
     *
     * @param arrays not copied
     */
    public static NeighbourRows of(int width, List<float[]> arrays) {
        List<NeighbourBlock> blocks = new ArrayList<>();
        int first = 0;
        for (float[] array : arrays) {
            blocks.add(new NeighbourBlock(first, width, array));
            first += array.length / width;
        }
        return new NeighbourRows(blocks, null);
    }

    private static List<NeighbourBlock> blocks(float[][] rows) {
        if (rows.length > 0 && rows[0].length == 0) {
            throw new UserError("nearest neighbours: training rows have no features");
        }
        List<NeighbourBlock> blocks = new ArrayList<>();
        for (int first = 0; first < rows.length; first += blocks.get(0).count()) {
            int width = rows[0].length;
            int count = Math.min(NeighbourBlock.mostRows(width), rows.length - first);
            float[] entries = new float[count * width];
            for (int i = 0; i < count; i++) {
                float[] row = rows[first + i];
                if (row.length != width) {
                    throw new UserError("nearest neighbours: training row " + (first + i) + " has " + row.length
                            + " features; there must be " + width);
                }
                System.arraycopy(row, 0, entries, i * width, width);
            }
            blocks.add(new NeighbourBlock(first, width, entries));
        }
        return blocks;
    }

    /** What the rows are made of, if they are known to be made of images. */
    public Optional<PreparedImages> images() {
        return Optional.ofNullable(images);
    }

    /** All rows, in their order. */
    public List<NeighbourBlock> blocks() {
        return List.copyOf(blocks);
    }

    public int count() {
        NeighbourBlock last = blocks.get(blocks.size() - 1);
        return last.first() + last.count();
    }

    /** Number of features d. */
    public int dimension() {
        return blocks.get(0).width();
    }

    /**
     * Euclidean distances from queries {@code [m × d]} to the k nearest rows, ascending, {@code [m × k]}; to all rows, if there are fewer. It
     * keeps a copy of the rows outside the heap, since one query alone takes less time than to copy them.
     *
     * @throws UserError if a query has another length than the rows, or an entry that isn't finite
     */
    public double[][] distances(float[][] queries, int k) {
        List<NativeFloats> resident = copies();
        try (NeighbourSearch search = NeighbourSearch.of(queries, dimension(), k)) {
            for (int i = 0; i < blocks.size(); i++) {
                search.in(blocks.get(i), resident.get(i));
            }
            return search.distances();
        }
    }

    /** All rows, a task's share each. */
    public List<RowRange> ranges() {
        return RowRange.of(blocks);
    }

    /** Of all rows in their order, {@code [n × k]}: Euclidean distances to the k nearest others, ascending. */
    public double[][] leaveOneOut(int k) {
        return ranges().stream()
                .map(range -> leaveOneOut(range, k))
                .flatMap(Arrays::stream)
                .toArray(double[][]::new);
    }

    /** Distances from some of the rows to the k nearest of all other rows, as {@link #distances}. */
    public double[][] leaveOneOut(RowRange range, int k) {
        try (NeighbourSearch search =
                NeighbourSearch.leaveOneOut(blocks.get(range.block()), range.from(), range.to(), k)) {
            blocks.forEach(search::in);
            return search.distances();
        }
    }

    /** Made once in each JVM, where it is first needed. */
    private synchronized List<NativeFloats> copies() {
        if (copies == null) {
            copies = blocks.stream().map(NeighbourRows::copy).toList();
        }
        return copies;
    }

    private static NativeFloats copy(NeighbourBlock block) {
        NativeFloats memory = new NativeFloats(block.entries().length);
        block.put(0, block.count(), memory);
        return memory;
    }
}
