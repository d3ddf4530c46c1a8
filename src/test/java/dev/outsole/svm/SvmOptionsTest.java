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
    @ValueSource(doubles = {Double.MIN_VALUE, 0.5, 1})
    void takesAnyShareBetweenNoneAndAll(double nu) {
        assertThat(new SvmOptions(nu, SCALE, 1e-3).nu()).isEqualTo(nu);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.0000001, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAnyOtherShare(double nu) {
        assertThatThrownBy(() -> new SvmOptions(nu, SCALE, 1e-3))
                .isInstanceOf(UserError.class)
                .hasMessage("nu = " + nu + ": give a number above 0, at most 1");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1e-3, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAToleranceThatNeverOrAlwaysHolds(double tolerance) {
        assertThatThrownBy(() -> new SvmOptions(0.5, SCALE, tolerance))
                .isInstanceOf(UserError.class)
                .hasMessage("tol = " + tolerance + ": give a number above 0, such as 1e-3");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void refusesASampleThatNothingCanBeLearntFrom(int sample) {
        assertThatThrownBy(() -> new SvmOptions(0.5, SCALE, 1e-3, SolverOptions.DEFAULT, sample, 1))
                .isInstanceOf(UserError.class)
                .hasMessage("sample = " + sample + ": give 0 (all rows), or a whole number of at least 2");
    }

    @Test
    void refusesSolversWithoutMemoryOrRows() {
        assertThatThrownBy(() -> new SolverOptions(true, 0, 2))
                .isInstanceOf(UserError.class)
                .hasMessage("cacheMb = 0: give a whole number of at least 1");
        assertThatThrownBy(() -> new SolverOptions(true, 1, 1))
                .isInstanceOf(UserError.class)
                .hasMessage("maxRows = 1: give a whole number of at least 2");
    }

    @Test
    void moreRowsThanAllowedAreRefusedUnlessASampleIsTaken() {
        SolverOptions computing = new SolverOptions(true, 1, 10);

        assertThat(new SvmOptions(0.5, SCALE, 1e-3, computing, 0, 1).rowsToLearnFrom(10))
                .hasSize(10);
        assertThat(new SvmOptions(0.5, SCALE, 1e-3, computing, 7, 1).rowsToLearnFrom(1_000_000))
                .hasSize(7);
        assertThatThrownBy(() -> new SvmOptions(0.5, SCALE, 1e-3, computing, 0, 1).rowsToLearnFrom(11))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll("11 training rows", "svm.max-rows = 10", "--svm-sample N");
    }
}
