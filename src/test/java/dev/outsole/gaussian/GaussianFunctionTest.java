package dev.outsole.gaussian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.outsole.UserError;
import dev.outsole.distance.DistanceLimit;
import org.junit.jupiter.api.Test;

class GaussianFunctionTest {
    private static final double SINGLE = 1e-6;

    /** S = |5 5/3| |5/3 5|, its inverse |0.225 −0.075| |−0.075 0.225|: (3, 1) has D² = 0.225 · 10 − 0.15 · 3 = 1.8, (1, −1) has 0.6. */
    @Test
    void distancesByHand() {
        Whitening whitening = TrainingTable.whitening(TrainingTable.CROSS);

        assertThat(whitening.distances(new float[][] {{13, 21}, {11, 19}, {10, 20}}))
                .containsExactly(new double[] {Math.sqrt(1.8), Math.sqrt(0.6), 0}, within(SINGLE));
    }

    /** The root of sklearn.covariance.LedoitWolf().fit(rows).mahalanobis(rows), scikit-learn 1.9.1. */
    @Test
    void distancesAreScikitLearns() {
        float[][] rows = TrainingTable.rows(12, 4);

        double[] expected = {
            2.2324297555662107, 1.6565253883981215, 1.4944825338094319, 1.4094146861869303, 1.0395488076629256,
            1.428313196342439, 0.8132312694078059, 1.1656982352558416, 1.264585739173613, 1.7627164834558453,
            2.1362987906272553, 1.859169616171971
        };
        Whitening whitening = TrainingTable.whitening(rows);
        assertThat(whitening.distances(rows)).containsExactly(expected, within(SINGLE));
        assertThat(whitening.distances(new float[][] {{0, 0.5f, 1, 1.5f}, {4, 4, 4, 4}}))
                .containsExactly(new double[] {2.02025077957364, 1.022068485658384}, within(SINGLE));
    }

    /** Fewer rows than features: the same source. */
    @Test
    void distancesInMoreDimensionsThanRows() {
        float[][] rows = TrainingTable.rows(5, 8);

        double[] expected = {
            1.8571661775574941, 1.8205333780596356, 1.4662242938077004, 1.7751938430007228, 1.906663316948666
        };
        Whitening whitening = TrainingTable.whitening(rows);
        assertThat(whitening.distances(rows)).containsExactly(expected, within(SINGLE));
        assertThat(whitening.distances(new float[][] {{0, 0.5f, 1, 1.5f, 2, 2.5f, 3, 3.5f}, {4, 4, 4, 4, 4, 4, 4, 4}}))
                .containsExactly(new double[] {4.6361602052182596, 1.565100969668158}, within(SINGLE));
    }

    /**
     * Without (3, 1) of n = 4, a = 4/9: the mean moves by −(3, 1) / 3, so x is (4, 4/3) away; S − 5/27 z zᵀ = |10/3 10/9| |10/9 130/27|, whose
     * determinant is 1200/81: D² = (130/27 · 16 − 2 · 10/9 · 16/3 + 10/3 · 16/9) / (1200/81) = 4.8.
     */
    @Test
    void aTrainingRowIsMeasuredAsIfItWereNone() {
        assertThat(GaussianFunction.leaveOneOut(Math.sqrt(1.8), 4, 4 / 9.0)).isCloseTo(Math.sqrt(4.8), within(1e-12));
    }

    /** All four rows are 1.8 from the mean, and 4.8 were they not among them: without contamination that is the limit. */
    @Test
    void decisionValuesAreLogarithmsOfTheRatioToTheLimit() {
        Scatter scatter = TrainingTable.scatter(TrainingTable.CROSS);
        Shrinkage shrinkage = Shrinkage.ledoitWolf(scatter);
        Whitening whitening = GaussianFunction.whitening(scatter, shrinkage);
        GaussianFunction function =
                GaussianFunction.of(whitening, shrinkage, whitening.distances(TrainingTable.CROSS), 0.05);

        assertThat(function.values(new float[][] {{11, 19}, {13, 21}, {16, 22}}))
                .containsExactly(
                        new double[] {Math.log(4.8 / 0.6) / 2, Math.log(4.8 / 1.8) / 2, Math.log(4.8 / 7.2) / 2},
                        within(SINGLE));
    }

    /** A feature that never varies gets variance a μ from the shrinkage: to differ in it is abnormal, not infinitely so. */
    @Test
    void aConstantFeatureDoesNoHarm() {
        float[][] rows = {{13, 21, 4}, {7, 19, 4}, {11, 23, 4}, {9, 17, 4}};

        Whitening whitening = TrainingTable.whitening(rows);

        // Σ has rows (5 3 0), (3 5 0), (0 0 0): μ = 10/3, β = (100 − 68) / 4 = 8, δ = 68 − 100/3 = 104/3, a = 3/13, a μ
        // = 10/13.
        assertThat(whitening.distances(new float[][] {{10, 20, 6}})[0])
                .isCloseTo(Math.sqrt(4 / (10 / 13.0)), within(SINGLE));
    }

    /** Two rows: both ‖z‖⁴ are ‖Σ‖², so that nothing is shrunk and no direction but the one between them has a variance. */
    @Test
    void aSingularMatrixIsRefused() {
        assertThatThrownBy(() -> TrainingTable.whitening(new float[][] {{1, 2, 3}, {2, 4, 7}}))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("covariance matrix of 2 training rows is singular");
    }

    @Test
    void rowsThatAreAllAlikeAreRefused() {
        assertThatThrownBy(() -> TrainingTable.whitening(new float[][] {{1, 2}, {1, 2}, {1, 2}}))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("all 3 training rows are alike");
        assertThatThrownBy(() -> TrainingTable.whitening(new float[3][2]))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("all 3 training rows are alike");
    }

    @Test
    void oneRowAndTooManyFeaturesAreRefused() {
        assertThatThrownBy(() -> GaussianFunction.require(RowSums.of(new float[1][3])))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("1 training row");
        assertThatThrownBy(() -> GaussianFunction.require(RowSums.of(new float[2][20_001])))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("20001 features");
    }

    @Test
    void aRowOfAnotherLengthIsRefused() {
        GaussianFunction function =
                new GaussianFunction(TrainingTable.whitening(TrainingTable.CROSS), new DistanceLimit(0));

        assertThatThrownBy(() -> function.values(new float[1][3]))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("3 features, but the model was trained on 2");
    }
}
