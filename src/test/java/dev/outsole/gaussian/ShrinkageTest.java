package dev.outsole.gaussian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShrinkageTest {

    /**
     * Σ = |5 3| |3 5|, μ = 5, ‖Σ‖² = 68, every ‖z‖⁴ = 100: β = (100 − 68) / 4 = 8, δ = 2 · 3² = 18, a = 4 / 9; off the diagonal S is
     * 5 / 9 · 3.
     */
    @Test
    void isLedoitAndWolfs() {
        Scatter scatter = TrainingTable.scatter(TrainingTable.CROSS);
        Shrinkage shrinkage = Shrinkage.ledoitWolf(scatter);

        assertThat(shrinkage.weight()).isCloseTo(4 / 9.0, within(1e-12));
        assertThat(shrinkage.meanVariance()).isCloseTo(5, within(1e-12));
        assertThat(shrinkage.covariance(scatter, 0, 0)).isCloseTo(5, within(1e-12));
        assertThat(shrinkage.covariance(scatter, 0, 1)).isCloseTo(5 / 3.0, within(1e-12));
    }

    /** sklearn.covariance.LedoitWolf().fit(rows).shrinkage_, scikit-learn 1.9.1. */
    @ParameterizedTest
    @CsvSource({"12, 4, 0.11701728913839211", "5, 8, 0.14357020668540738"})
    void isScikitLearns(int rows, int width, double expected) {
        Scatter scatter = TrainingTable.scatter(TrainingTable.rows(rows, width));

        assertThat(Shrinkage.ledoitWolf(scatter).weight()).isCloseTo(expected, within(1e-12));
    }

    /** Of a single feature Σ is μ I already. */
    @Test
    void ofASingleFeatureNothingIsLeftToShrink() {
        Scatter scatter = TrainingTable.scatter(new float[][] {{1}, {2}, {5}});

        Shrinkage shrinkage = Shrinkage.ledoitWolf(scatter);

        assertThat(shrinkage.weight()).isBetween(0.0, 1.0);
        assertThat(shrinkage.covariance(scatter, 0, 0)).isCloseTo(26 / 9.0, within(1e-12));
    }
}
