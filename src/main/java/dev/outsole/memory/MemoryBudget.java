package dev.outsole.memory;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A memory that units of work share, side by side. Each reserves at once what it can't do without, and waits until there is so much; so nobody who
 * waits has any of it, and nobody waits for ever. It may have more for as long as no other waits, and gives that back when one does.
 *
 * <p>It only counts. A unit that needs more than there is gets it when it is alone: whether that can work is for others to say.
 */
public final class MemoryBudget {
    private final int atOnce;
    private final Deque<Thread> waiting = new ArrayDeque<>();
    private long used;
    private int shares;

    /** @param atOnce how many units may have a share at the same time, at least 1 */
    public MemoryBudget(int atOnce) {
        if (atOnce < 1) {
            throw new IllegalArgumentException("atOnce = " + atOnce + ": let at least one unit have a share");
        }
        this.atOnce = atOnce;
    }

    /**
     * Waits, behind those that came before, until there are {@code least} bytes within {@code limit}, or no other has any.
     *
     * @param limit most bytes of all shares together
     */
    public synchronized Share reserve(long least, long limit) throws InterruptedException {
        Thread self = Thread.currentThread();
        waiting.add(self);
        try {
            while (waiting.peek() != self || !fits(least, limit)) {
                wait();
            }
        } finally {
            waiting.remove(self);
            notifyAll();
        }
        shares++;
        used += least;
        return new Share(least, limit);
    }

    private boolean fits(long least, long limit) {
        return shares == 0 || (shares < atOnce && used + least <= limit);
    }

    /** Bytes of all shares together. */
    public synchronized long used() {
        return used;
    }

    /** What one unit has. Closed when it ends, however it does. */
    public final class Share implements AutoCloseable {
        private final long least;
        private final long limit;
        private long held;
        private boolean closed;

        private Share(long least, long limit) {
            this.least = least;
            this.limit = limit;
            this.held = least;
        }

        /** Takes so many bytes more, unless that goes beyond the limit or another waits. */
        public boolean grow(long bytes) {
            synchronized (MemoryBudget.this) {
                if (!waiting.isEmpty() || used + bytes > limit) {
                    return false;
                }
                held += bytes;
                used += bytes;
                return true;
            }
        }

        /** How many bytes are to be given back, since another waits: what goes beyond an equal part, and beyond the least. */
        public long excess() {
            synchronized (MemoryBudget.this) {
                long part = limit / (shares + waiting.size());
                return waiting.isEmpty() ? 0 : Math.max(0, held - Math.max(least, part));
            }
        }

        /** Gives so many bytes back. */
        public void shrink(long bytes) {
            synchronized (MemoryBudget.this) {
                if (bytes < 0 || bytes > held) {
                    throw new IllegalArgumentException("gives back " + bytes + " bytes of " + held);
                }
                held -= bytes;
                used -= bytes;
                MemoryBudget.this.notifyAll();
            }
        }

        @Override
        public void close() {
            synchronized (MemoryBudget.this) {
                if (!closed) {
                    closed = true;
                    shares--;
                    shrink(held);
                }
            }
        }
    }
}
