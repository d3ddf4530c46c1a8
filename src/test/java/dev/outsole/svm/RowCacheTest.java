package dev.outsole.svm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.memory.MemoryBudget;
import dev.outsole.memory.MemoryBudget.Share;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RowCacheTest {
    private static final int LENGTH = 5;
    /** Two slabs of 64 rows are the least that there is. */
    private static final long LEAST = RowCache.bytes(128, LENGTH);

    private final MemoryBudget budget = new MemoryBudget(2);

    private static float[] row(int number) {
        float[] row = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            row[i] = 10 * number + i;
        }
        return row;
    }

    private static void assertKept(RowCache cache, int number) {
        float[] target = new float[LENGTH];
        cache.copy(number, target);
        assertThat(target).containsExactly(row(number));
    }

    @Test
    void keepsAllRowsThatTheBudgetHasRoomFor() throws Exception {
        try (Share share = budget.reserve(LEAST, RowCache.bytes(256, LENGTH));
                RowCache cache = new RowCache(LENGTH, share)) {
            IntStream.range(0, 256).forEach(i -> cache.put(i, row(i)));

            IntStream.range(0, 256).forEach(i -> assertKept(cache, i));
            assertThat(budget.used()).isEqualTo(RowCache.bytes(256, LENGTH));
        }
        assertThat(budget.used()).isZero();
    }

    /** Row 0 is the first of 128, but was asked for since: row 1 makes room. */
    @Test
    void theRowUsedTheLongestTimeAgoMakesRoom() throws Exception {
        try (Share share = budget.reserve(LEAST, LEAST);
                RowCache cache = new RowCache(LENGTH, share)) {
            IntStream.range(0, 128).forEach(i -> cache.put(i, row(i)));
            assertKept(cache, 0);
            cache.put(128, row(128));

            assertThat(cache.contains(1)).isFalse();
            IntStream.of(0, 2, 127, 128).forEach(i -> assertKept(cache, i));
        }
    }

    @Test
    void makesWayForOneWhoWaitsAndKeepsTheRest() throws Exception {
        long limit = 3 * LEAST;
        try (Share share = budget.reserve(LEAST, limit);
                RowCache cache = new RowCache(LENGTH, share)) {
            IntStream.range(0, 384).forEach(i -> cache.put(i, row(i)));
            cache.makeWay();
            assertThat(budget.used()).isEqualTo(limit);

            FutureTask<Share> other = new FutureTask<>(() -> budget.reserve(LEAST, limit));
            Thread waiter = new Thread(other);
            waiter.start();
            while (waiter.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            cache.makeWay(); // until the other has its 128 rows, and no further than to an equal part, 192 rows
            other.get().close();

            long left = budget.used() / RowCache.bytes(1, LENGTH);
            assertThat(left).isBetween(192L, 256L);
            assertThat(IntStream.range(0, 384).filter(cache::contains))
                    .hasSize((int) left)
                    .allSatisfy(i -> assertKept(cache, i));
            cache.put(1000, row(1000));
            assertKept(cache, 1000);
        }
    }
}
