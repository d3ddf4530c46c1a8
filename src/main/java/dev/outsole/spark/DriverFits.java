package dev.outsole.spark;

import dev.outsole.memory.MemoryBudget;
import dev.outsole.work.Attempt;

/**
 * The parts of fits that bring training rows to the driver and work on them there. A cluster may train more models at once than the driver has
 * cores and memory for, so these parts take turns: as many at once as it has cores, whose rows fit into half of its heap.
 */
final class DriverFits {
    /** Rows on their way are there up to three times: as bytes that have arrived, as objects, and in the form that is worked on. */
    private static final long COPIES = 3;

    private static final MemoryBudget HEAP =
            new MemoryBudget(Runtime.getRuntime().availableProcessors());

    private DriverFits() {}

    /** Does the work when its turn has come. Whatever it throws is thrown, as is an interruption of the wait. */
    static <T> T takeTurn(TableSize rows, Attempt.Work<T> work) {
        long limit = Runtime.getRuntime().maxMemory() / 2;
        long least = COPIES * Float.BYTES * rows.count() * rows.width();
        MemoryBudget.Share turn = Attempt.of(() -> HEAP.reserve(least, limit)).orThrow();
        return Attempt.of(work).andFinally(turn::close).orThrow();
    }
}
