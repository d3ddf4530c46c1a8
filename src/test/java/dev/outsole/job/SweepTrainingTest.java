package dev.outsole.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import dev.outsole.image.ImageClass;
import dev.outsole.sweep.ModelKey;
import dev.outsole.work.Attempt;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.SparkException;
import org.apache.spark.sql.AnalysisException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import scala.collection.immutable.Map.Map1;

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

    /** Thrown as they are, as Scala does. */
    static Stream<Arguments> whatAModelMayThrow() {
        return Stream.of(
                Arguments.of(new SparkException("results too big"), "org.apache.spark.SparkException: results too big"),
                Arguments.of(
                        new AnalysisException("TABLE_OR_VIEW_NOT_FOUND", new Map1<>("relationName", "`shoes`")),
                        "The table or view `shoes` cannot be found"),
                Arguments.of(new IOException("disk full"), "java.io.IOException: disk full"),
                Arguments.of(new IllegalStateException("boom"), "java.lang.IllegalStateException: boom"),
                Arguments.of(new OutOfMemoryError("Java heap space"), "out of memory: the driver's heap"),
                Arguments.of(new StackOverflowError(), "java.lang.StackOverflowError"),
                Arguments.of(new NoClassDefFoundError("a/B"), "java.lang.NoClassDefFoundError: a/B"),
                Arguments.of(new UserError("give another"), "give another"));
    }

    @ParameterizedTest
    @MethodSource("whatAModelMayThrow")
    void whateverAModelThrowsIsItsFailureAlone(Throwable thrown, String reason) throws InterruptedException {
        Map<String, String> failed = new SweepTraining(
                        model -> {
                            if (model.seed() == 3) {
                                throw thrown;
                            }
                        },
                        () -> 2,
                        new Silent())
                .run(TWENTY);

        assertThat(failed)
                .hasSize(1)
                .hasEntrySatisfying(
                        "pixels/sandal/seed-3",
                        text -> assertThat(text).contains(reason).hasLineCount(1));
    }

    @Test
    void anInterruptionStopsTheSweep() {
        AtomicInteger begun = new AtomicInteger();
        SweepTraining training = new SweepTraining(
                model -> {
                    if (begun.incrementAndGet() == 4) {
                        throw new InterruptedException();
                    }
                },
                () -> 1,
                new Silent());

        assertThatThrownBy(() -> training.run(TWENTY)).isInstanceOf(InterruptedException.class);
        assertThat(begun).hasValue(4);
    }

    /** Whoever shows progress may fail as well; no model is lost by that. */
    @Test
    void progressThatFailsIsAFailureToo() throws InterruptedException {
        Map<String, String> failed = new SweepTraining(model -> {}, () -> 2, new Broken()).run(TWENTY);

        assertThat(failed).hasSize(20).containsValue("java.lang.IllegalStateException: no terminal");
    }

    private static Map<String, String> run(IntSupplier slots, Attempt.Action work) throws InterruptedException {
        return new SweepTraining(model -> work.run(), slots, new Silent()).run(TWENTY);
    }

    private static final class Broken implements Progress {
        @Override
        public void step(String name) {}

        @Override
        public void advance(String name, int done, int total, String detail) {
            throw new IllegalStateException("no terminal");
        }
    }
}
