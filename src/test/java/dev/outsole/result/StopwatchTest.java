package dev.outsole.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StopwatchTest {
    private final Stopwatch stopwatch = new Stopwatch();

    @Test
    void notesPhasesInTheOrderOfTheirFirstUse() {
        assertThat(stopwatch.<String>time("load", () -> "images")).isEqualTo("images");
        stopwatch.time("fit", () -> 1);
        stopwatch.time("load", () -> 2);

        assertThat(stopwatch.seconds().keySet()).containsExactly("load", "fit");
        assertThat(stopwatch.seconds().values())
                .allSatisfy(seconds -> assertThat(seconds).isNotNegative());
    }

    @Test
    void addsUpAPhaseThatComesAgain() {
        stopwatch.time("load", () -> 1);
        double once = stopwatch.seconds().get("load");
        stopwatch.time("load", StopwatchTest::tick);

        assertThat(stopwatch.seconds().get("load")).isGreaterThan(once);
    }

    /** Lasts until the clock has moved, however coarse it is. */
    private static long tick() {
        long start = System.nanoTime();
        while (System.nanoTime() == start) {
            Thread.onSpinWait();
        }
        return start;
    }

    @Test
    void doesNotHideWhatFails() {
        assertThatThrownBy(() -> stopwatch.time("load", () -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
    }

    @Test
    void handsOutACopy() {
        Map<String, Double> before = stopwatch.seconds();
        stopwatch.time("load", () -> 1);

        assertThat(before).isEmpty();
    }
}
