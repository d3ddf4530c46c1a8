package dev.outsole.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ActivationFunctionTest {

    @Test
    void reluKeepsWhatIsAboveZeroExactly() {
        float[] values = {-3, -1e-20f, 0, 1e-20f, 0.1f, 7, 9};

        ActivationFunction.RELU.apply(values, 6);

        assertThat(values).containsExactly(0, 0, 0, 1e-20f, 0.1f, 7, 9);
    }

    /** To a relative error of some units in the last place, times |x|: a float x is that uncertain itself. */
    @Test
    void sigmoidAgreesWithTheExponentialInDouble() {
        for (float x = -39; x < 39; x += 0.0137f) {
            float[] values = {x};
            ActivationFunction.SIGMOID.apply(values, 1);
            double expected = 1 / (1 + Math.exp(-x));
            assertThat((double) values[0])
                    .as("at %s", x)
                    .isCloseTo(expected, Offset.offset(Math.scalb(2 + Math.abs(x), -22) * expected));
        }
    }

    @Test
    void sigmoidStaysWithinItsBoundsAndKeepsWhatIsNotANumber() {
        float[] values = {-1e30f, Float.NEGATIVE_INFINITY, 1e30f, Float.POSITIVE_INFINITY, 0, Float.NaN};

        ActivationFunction.SIGMOID.apply(values, 6);

        assertThat(values[0]).isBetween(0f, 1e-16f);
        assertThat(values[1]).isBetween(0f, 1e-16f);
        assertThat(values[2]).isEqualTo(1);
        assertThat(values[3]).isEqualTo(1);
        assertThat(values[4]).isEqualTo(0.5f);
        assertThat(values[5]).isNaN();
    }
}
