package dev.outsole.svm;

import dev.outsole.blas.NativeFloats;
import dev.outsole.memory.MemoryBudget;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Rows of equal length outside the heap, by number: those used last, in as much memory as the budget allows. */
final class RowCache implements AutoCloseable {
    /** Rows that memory is taken for, and given back for, at a time. */
    private static final int SLAB = KernelBlock.TILE;
    /** So many rows there is always room for. */
    static final int ROWS_AT_LEAST = 2 * SLAB;

    private final int length;
    private final MemoryBudget.Share budget;
    private final Map<Integer, NativeFloats> slabs = new HashMap<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    /** From a row's number to its place, {@code slab * SLAB + n}; the one used the longest time ago comes first. */
    private final Map<Integer, Integer> places = new LinkedHashMap<>(16, 0.75f, true);

    private int slabsSoFar;

    /**
     * @param length of each row
     * @param budget has room for {@link #ROWS_AT_LEAST} rows already
     */
    RowCache(int length, MemoryBudget.Share budget) {
        this.length = length;
        this.budget = budget;
    }

    /** Bytes of memory for so many rows. */
    static long bytes(long rows, int length) {
        return rows * length * Float.BYTES;
    }

    boolean contains(int row) {
        return places.containsKey(row);
    }

    /** Copies a row that is there. */
    void copy(int row, float[] target) {
        int place = Objects.requireNonNull(places.get(row));
        slab(place).get(place % SLAB * length, target, 0, length);
    }

    /** Keeps a row that isn't there, in the place of the one used the longest time ago if there is no other. */
    void put(int row, float[] values) {
        int place = place();
        slab(place).put(place % SLAB * length, values, 0, length);
        places.put(row, place);
    }

    private NativeFloats slab(int place) {
        return Objects.requireNonNull(slabs.get(place / SLAB));
    }

    private int place() {
        if (free.isEmpty() && (slabs.size() * SLAB < ROWS_AT_LEAST || budget.grow(bytes(SLAB, length)))) {
            addSlab();
        }
        Integer unused = free.poll();
        return unused == null ? evictOldest() : unused;
    }

    private void addSlab() {
        int slab = slabsSoFar++;
        slabs.put(slab, new NativeFloats(Math.multiplyExact(SLAB, length)));
        for (int i = 0; i < SLAB; i++) {
            free.add(slab * SLAB + i);
        }
    }

    private int evictOldest() {
        Iterator<Map.Entry<Integer, Integer>> oldestFirst = places.entrySet().iterator();
        int place = oldestFirst.next().getValue();
        oldestFirst.remove();
        return place;
    }

    /** Gives memory back that others wait for, with the rows in it. */
    void makeWay() {
        while (slabs.size() * SLAB > ROWS_AT_LEAST && budget.excess() >= bytes(SLAB, length)) {
            removeSlab(evictOldest() / SLAB);
        }
    }

    private void removeSlab(int slab) {
        places.values().removeIf(place -> place / SLAB == slab);
        free.removeIf(place -> place / SLAB == slab);
        Objects.requireNonNull(slabs.remove(slab)).close();
        budget.shrink(bytes(SLAB, length));
    }

    @Override
    public void close() {
        slabs.values().forEach(NativeFloats::close);
        slabs.clear();
        places.clear();
    }
}
