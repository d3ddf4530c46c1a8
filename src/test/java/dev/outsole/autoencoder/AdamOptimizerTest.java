package dev.outsole.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.outsole.blas.NativeFloats;
import org.junit.jupiter.api.Test;

/** With a learning rate of 0.001, β₁ = 0.9, β₂ = 0.999 and ε = 1e-7. In single precision 1 − β₂ is 1.3e-5 of it too small, as in DL4J. */
class AdamOptimizerTest {

    /**
     * Step 1, g = 0.5: m = 0.1 · 0.5 = 0.05, v = 0.001 · 0.25 = 2.5e-4; step size 0.001 · √0.001 / 0.1 = 3.16228e-4;
     * p = 1 − 3.16228e-4 · 0.05 / (0.0158114 + 1e-7) = 1 − 9.99994e-4 = 0.999000.
     *
     * <p>Step 2, g = −1: m = 0.045 − 0.1 = −0.055, v = 2.4975e-4 + 0.001 = 1.24975e-3; step size 0.001 · √0.001999 / 0.19 = 2.35318e-4;
     * p = 0.999000 + 2.35318e-4 · 0.055 / (0.0353518 + 1e-7) = 0.999000 + 3.66106e-4 = 0.999366.
     */
    @Test
    void takesTheStepsThatAreComputedByHand() {
        try (Parameters parameters = new Parameters(new float[] {1});
                NativeFloats gradient = new NativeFloats(1)) {
            AdamOptimizer adam = new AdamOptimizer(parameters, 0.001);

            gradient.put(0, new float[] {0.5f}, 0, 1);
            adam.step(gradient, 0);

            assertThat(parameters.values[0]).isCloseTo(0.999000f, within(1e-6f));
            assertThat(adam.state()[0]).isCloseTo(0.05f, within(2e-8f));
            assertThat(adam.state()[1]).isCloseTo(2.5e-4f, within(2e-8f));

            gradient.put(0, new float[] {-1}, 0, 1);
            adam.step(gradient, 1);

            assertThat(parameters.values[0]).isCloseTo(0.999366f, within(1e-6f));
            assertThat(adam.state()[0]).isCloseTo(-0.055f, within(2e-8f));
            assertThat(adam.state()[1]).isCloseTo(1.24975e-3f, within(2e-8f));
        }
    }

    /**
     * g = 1e-6: m = 1e-7, v = 1e-15, √v = 3.16228e-8: ε outweighs the root. p = 0 − 3.16228e-4 · 1e-7 / (3.16228e-8 + 1e-7)
     * = −2.40253e-4; with ε added to the corrected root 1e-6 instead, it would be −0.001 · 1e-6 / 1.1e-6 = −9.09e-4.
     */
    @Test
    void addsEpsilonToTheUncorrectedRoot() {
        try (Parameters parameters = new Parameters(new float[] {0});
                NativeFloats gradient = new NativeFloats(1)) {
            gradient.put(0, new float[] {1e-6f}, 0, 1);

            new AdamOptimizer(parameters, 0.001).step(gradient, 0);

            assertThat(parameters.values[0]).isCloseTo(-2.40253e-4f, within(1e-8f));
        }
    }

    /** Longer than the chunks it works in, with the native copy kept equal: every entry takes the first step of its own sign. */
    @Test
    void updatesEveryEntry() {
        int n = 5000;
        float[] signs = new float[n];
        for (int i = 0; i < n; i++) {
            signs[i] = i % 2 == 0 ? 3 : -3;
        }
        try (Parameters parameters = new Parameters(new float[n]);
                NativeFloats gradient = new NativeFloats(n)) {
            gradient.put(0, signs, 0, n);

            new AdamOptimizer(parameters, 0.001).step(gradient, 0);

            float[] copy = new float[n];
            parameters.memory.get(0, copy, 0, n);
            assertThat(copy).containsExactly(parameters.values);
            for (int i = 0; i < n; i++) {
                assertThat(parameters.values[i]).isCloseTo(-0.001f * Math.signum(signs[i]), within(1e-7f));
            }
        }
    }

    /** 0.9ⁿ of a moment goes below the smallest float after some 900 steps without gradient; it must not linger as a denormal. */
    @Test
    void letsMomentsEndInNormalNumbers() {
        try (Parameters parameters = new Parameters(new float[1]);
                NativeFloats gradient = new NativeFloats(1)) {
            AdamOptimizer adam = new AdamOptimizer(parameters, 0.001);
            gradient.put(0, new float[] {1}, 0, 1);
            adam.step(gradient, 0);
            gradient.put(0, new float[] {0}, 0, 1);
            for (int i = 1; i < 2000; i++) {
                adam.step(gradient, i);
            }
            float moment = adam.state()[0];
            assertThat(moment == 0 || moment >= Float.MIN_NORMAL)
                    .as("first moment %s", moment)
                    .isTrue();
            assertThat(moment).isLessThan(1e-30f);
        }
    }
}
