package dev.outsole.svm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SvmOptionsTest {
    private static final Gamma SCALE = new Gamma.Scale();

    @Test
    void defaultsAreScikitLearns() {
        assertThat(SvmOptions.DEFAULT).isEqualTo(new SvmOptions(0.5, SCALE, 0.001));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.MIN_VALUE, 0.5, 0.999})
    void takesAnyShareBetweenNoneAndAll(double nu) {
        assertThat(new SvmOptions(nu, SCALE, 1e-3).nu()).isEqualTo(nu);
    }

    /** At 1 every row is at its bound and no offset is determined; scikit-learn's fit fails there, too. */
    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1, 1.0000001, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAnyOtherShare(double nu) {
        assertThatThrownBy(() -> new SvmOptions(nu, SCALE, 1e-3))
                .isInstanceOf(UserError.class)
                .hasMessage("nu = " + nu + ": give a number above 0 and below 1");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1e-3, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAToleranceThatNeverOrAlwaysHolds(double tolerance) {
        assertThatThrownBy(() -> new SvmOptions(0.5, SCALE, tolerance))
                .isInstanceOf(UserError.class)
                .hasMessage("tol = " + tolerance + ": give a number above 0, such as 1e-3");
    }
}
