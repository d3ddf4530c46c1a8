package dev.outsole.svm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.outsole.UserError;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GammaTest {
    private static final float[][] ROWS = {{0, 1, 2}, {3, 4, 8}};

    /** Mean 18/6 = 3, squared deviations 9 + 4 + 1 + 0 + 1 + 25 = 40, variance 40/6, so γ = 1 / (3 · 40/6) = 1/20. */
    @Test
    void scaleIsTheInverseOfWidthTimesVariance() {
        assertThat(Gamma.parse("scale").resolve(ROWS)).isCloseTo(0.05, within(1e-15));
    }

    /**
     * Far from 0, where a sum of squares in single precision loses all digits: mean 4096.5, squared deviations 1/16 + 1/4 + 1/4 + 1/16
     * = 5/8, variance 5/48, so γ = 48 / (2 · 5) = 4.8; {@code 1 / (2 * X.var())} in NumPy.
     */
    @Test
    void scaleKeepsItsDigitsFarFromZero() {
        float[][] rows = {{4096.5f, 4096.25f}, {4096, 4097}, {4096.75f, 4096.5f}};

        assertThat(new Gamma.Scale().resolve(rows)).isCloseTo(4.8, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(floats = {0, 1, 0.1f, -3.7f, 1e30f})
    void scaleIsOneWhenAllEntriesAreEqual(float entry) {
        float[][] rows = new float[7][13];
        for (float[] row : rows) {
            Arrays.fill(row, entry);
        }

        assertThat(new Gamma.Scale().resolve(rows)).isEqualTo(1);
    }

    @Test
    void autoIsTheInverseOfTheWidth() {
        assertThat(Gamma.parse("auto").resolve(ROWS)).isEqualTo(1.0 / 3);
    }

    @Test
    void aNumberIsItself() {
        assertThat(Gamma.parse("0.25").resolve(ROWS)).isEqualTo(0.25);
        assertThat(Gamma.parse("1e-3")).isEqualTo(new Gamma.Value(0.001));
    }

    @ParameterizedTest
    @ValueSource(strings = {"scale", "auto", "0.018425341"})
    void isReadFromWhatItIsWrittenAs(String text) {
        assertThat(Gamma.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.5", "NaN", "Infinity", "1e999", "wide", "Scale", ""})
    void refusesWhatIsNoWidth(String text) {
        assertThatThrownBy(() -> Gamma.parse(text))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("gamma = ")
                .hasMessageEndingWith(": give 'scale', 'auto' or a positive number");
    }
}
