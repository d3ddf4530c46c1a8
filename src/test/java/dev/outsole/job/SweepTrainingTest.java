package dev.outsole.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.UserError;
import dev.outsole.image.ImageClass;
import dev.outsole.sweep.ModelKey;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepTrainingTest {
    private static final List<ModelKey> TWENTY = LongStream.range(0, 20)
            .mapToObj(seed -> new ModelKey("pixels", new ImageClass(5, "Sandal"), seed))
            .toList();

    /** Models of equal length meet at a barrier as wide as the slots: with one model less at once they would wait in vain. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 10})
    void fillsEverySlotAndNoMore(int slots) throws InterruptedException {
        CyclicBarrier barrier = new CyclicBarrier(slots);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        Map<String, String> failed = run(() -> slots, () -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            barrier.await(30, TimeUnit.SECONDS);
            running.decrementAndGet();
        });

        assertThat(failed).isEmpty();
        assertThat(most).hasValueLessThanOrEqualTo(slots);
    }

    /** A cluster whose executors come one by one: once there are four slots, four models run. */
    @Test
    void takesSlotsThatAreAddedLater() throws InterruptedException {
        AtomicInteger slots = new AtomicInteger(1);
        CyclicBarrier barrier = new CyclicBarrier(4);

        Map<String, String> failed = run(slots::get, () -> {
            slots.set(4);
            barrier.await(30, TimeUnit.SECONDS);
        });

        assertThat(failed).isEmpty();
    }

    @Test
    void aModelThatFailsIsNamedAndTheOthersFinish() throws InterruptedException {
        AtomicInteger done = new AtomicInteger();

        Map<String, String> failed = run(() -> 2, () -> {
            if (done.getAndIncrement() == 3) {
                throw new UserError("no such luck");
            }
        });

        assertThat(done).hasValue(20);
        assertThat(failed).hasSize(1).containsValue("no such luck");
    }

    private interface Work {
        void run() throws Exception;
    }

    private static Map<String, String> run(IntSupplier slots, Work work) throws InterruptedException {
        return new SweepTraining(model -> unchecked(work), slots, new Silent()).run(TWENTY);
    }

    private static void unchecked(Work work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Silent implements Progress {
        @Override
        public void step(String name) {}

        @Override
        public void advance(String name, int done, int total, String detail) {}
    }
}
