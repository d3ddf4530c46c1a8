package dev.outsole.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.memory.MemoryBudget.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MemoryBudgetTest {
    private final MemoryBudget budget = new MemoryBudget(3);

    @Test
    void aShareGrowsToTheLimit() throws Exception {
        try (Share share = budget.reserve(10, 100)) {
            assertThat(share.grow(90)).isTrue();
            assertThat(share.grow(1)).isFalse();
            assertThat(share.excess()).isZero();
            assertThat(budget.used()).isEqualTo(100);
        }
        assertThat(budget.used()).isZero();
    }

    @Test
    void whatNeedsMoreThanThereIsGetsItAlone() throws Exception {
        try (Share share = budget.reserve(1000, 100)) {
            assertThat(share.grow(1)).isFalse();
            assertThat(budget.used()).isEqualTo(1000);
        }
    }

    /** The first has 90 of 100; the second waits for 40, so that 50, an equal part, are all that the first may keep. */
    @Test
    void oneWhoHasMoreThanAnEqualPartGivesItBackToOneWhoWaits() throws Exception {
        try (Share first = budget.reserve(10, 100)) {
            assertThat(first.grow(80)).isTrue();
            Waiter second = new Waiter(40);

            second.awaitWaiting();
            assertThat(first.grow(10)).isFalse();
            assertThat(first.excess()).isEqualTo(40);
            first.shrink(40);

            assertThat(second.share()).isNotNull();
            assertThat(budget.used()).isEqualTo(90);
            second.share().close();
        }
    }

    @Test
    void noMoreThanTheyMayAreAtItTogether() throws Exception {
        List<Share> three = List.of(budget.reserve(1, 100), budget.reserve(1, 100), budget.reserve(1, 100));
        Waiter fourth = new Waiter(1);

        fourth.awaitWaiting();
        three.get(1).close();

        assertThat(fourth.share()).isNotNull();
    }

    @Test
    void oneWhoIsInterruptedWaitsNoMoreAndIsInNobodysWay() throws Exception {
        Share first = budget.reserve(90, 100);
        Waiter interrupted = new Waiter(50);
        interrupted.awaitWaiting();
        Waiter third = new Waiter(10);

        interrupted.thread.interrupt();

        assertThat(third.share()).isNotNull();
        assertThatThrownBy(interrupted::share).hasCauseInstanceOf(InterruptedException.class);
        first.close();
    }

    @Test
    void givesBackNoMoreThanThereIs() throws Exception {
        try (Share share = budget.reserve(5, 10)) {
            assertThatThrownBy(() -> share.shrink(6)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** Many units that take, grow, give back and end at random: never above the limit or the number at once, and all of them end. */
    @Test
    void keepsToItsBoundsWhateverUnitsDo() throws Exception {
        AtomicInteger together = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicLong highest = new AtomicLong();
        ExecutorService pool = Executors.newFixedThreadPool(16);
        List<Future<?>> units = new ArrayList<>();
        for (int seed = 0; seed < 400; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            units.add(pool.submit(() -> {
                try (Share share = budget.reserve(random.nextInt(1, 40), 100)) {
                    most.accumulateAndGet(together.incrementAndGet(), Math::max);
                    for (int step = 0; step < 20; step++) {
                        share.shrink(Math.min(share.excess(), random.nextInt(50)));
                        boolean unused = share.grow(random.nextInt(20));
                        highest.accumulateAndGet(budget.used(), Math::max);
                    }
                    together.decrementAndGet();
                }
                return null;
            }));
        }
        for (Future<?> unit : units) {
            unit.get(30, TimeUnit.SECONDS);
        }
        pool.shutdownNow();

        assertThat(highest).hasValueLessThanOrEqualTo(100);
        assertThat(most.get()).isBetween(1, 3);
        assertThat(budget.used()).isZero();
    }

    /** A thread that reserves. */
    private final class Waiter {
        private final FutureTask<Share> task;
        private final Thread thread;

        Waiter(long least) {
            task = new FutureTask<>(() -> budget.reserve(least, 100));
            thread = new Thread(task);
            thread.start();
        }

        void awaitWaiting() {
            while (thread.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }

        Share share() throws Exception {
            return task.get(30, TimeUnit.SECONDS);
        }
    }
}
