package dev.outsole.svm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExponentialTest {
    private static final int COUNT = 1_000_001;

    @Test
    void agreesWithTheExactExponential() {
        float[] x = new float[COUNT];
        for (int i = 0; i < COUNT; i++) {
            x[i] = -i * 87e-6f;
        }
        float[] values = x.clone();
        new Exponential(COUNT).apply(values);

        double worst = 0;
        for (int i = 0; i < COUNT; i++) {
            worst = Math.max(worst, Math.abs(values[i] / Math.exp(x[i]) - 1));
        }
        assertThat(worst).isLessThan(2e-7);
    }

    @Test
    void isOneWhereRoundingMadeADistanceNegative() {
        assertThat(exp(0, 1e-3f)).containsExactly(1, 1);
    }

    @Test
    void isNearlyNothingFarAway() {
        for (float value : exp(-1e6f, Float.NEGATIVE_INFINITY)) {
            assertThat(value).isBetween(0f, 2e-38f);
        }
    }

    /** Room for more numbers than there are changes nothing, nor does what was there before. */
    @Test
    void isUsedAgainAndAgain() {
        Exponential exponential = new Exponential(5);
        exponential.apply(new float[] {-1, -2, -3, -4, -5});
        float[] fewer = {0, -40};
        exponential.apply(fewer);

        assertThat(fewer).containsExactly(exp(0, -40));
    }

    private static float[] exp(float... values) {
        new Exponential(values.length).apply(values);
        return values;
    }
}
