package dev.outsole.svm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExponentialTest {

    @Test
    void agreesWithTheExactExponential() {
        double worst = 0;
        for (int i = 0; i <= 1_000_000; i++) {
            float x = -i * 87e-6f;
            worst = Math.max(worst, Math.abs(Exponential.exp(x) / Math.exp(x) - 1));
        }
        assertThat(worst).isLessThan(2e-7);
    }

    @Test
    void isOneWhereRoundingMadeADistanceNegative() {
        assertThat(Exponential.exp(0)).isEqualTo(1);
        assertThat(Exponential.exp(1e-3f)).isEqualTo(1);
    }

    @Test
    void isNearlyNothingFarAway() {
        assertThat(Exponential.exp(-1e6f)).isBetween(0f, 2e-38f);
        assertThat(Exponential.exp(Float.NEGATIVE_INFINITY)).isBetween(0f, 2e-38f);
    }
}
