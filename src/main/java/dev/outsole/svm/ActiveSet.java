package dev.outsole.svm;

import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The training rows that the solver still looks at, in ascending order; the others it takes to be settled at a bound. */
final class ActiveSet {
    private final BitSet members;
    private final int total;
    private int[] rows;

    /** All rows from 0 to {@code total}. */
    ActiveSet(int total) {
        this.total = total;
        members = new BitSet(total);
        members.set(0, total);
        rows = members.stream().toArray();
    }

    /** The rows; not to be changed. */
    int[] rows() {
        return rows;
    }

    boolean contains(int row) {
        return members.get(row);
    }

    boolean isComplete() {
        return rows.length == total;
    }

    /** Those that are not in it, ascending. */
    int[] others() {
        return IntStream.range(0, total).filter(row -> !contains(row)).toArray();
    }

    void remove(IntPredicate settled) {
        for (int row : rows) {
            members.set(row, !settled.test(row));
        }
        rows = members.stream().toArray();
    }

    void restore() {
        members.set(0, total);
        rows = members.stream().toArray();
    }
}
