package dev.outsole.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.outsole.UserError;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NeighbourFunctionTest {
    /** On a line at 0, 1, 3, 7 and 15: each row's nearest other is 1, 1, 2, 4 and 8 away. */
    private static final NeighbourRows ROWS = new NeighbourRows(new float[][] {{0}, {1}, {3}, {7}, {15}});

    private static final double[] NO_COMPLEXITY = {};

    @Test
    void theSignRejectsTheShareThatItShould() {
        // Two of five are outside: those 8 and 4 from their nearest. The limit is half-way in the logarithm from 4 to
        // 2: √8.
        NeighbourFunction function = NeighbourFunction.fit(ROWS, NO_COMPLEXITY, new NeighbourOptions(1, 0.4));

        // 18 is 3 from 15, and 17 is 2 from it.
        assertThat(function.values(new float[][] {{18}, {17}}, NO_COMPLEXITY))
                .containsExactly(
                        new double[] {Math.log(8) / 2 - Math.log(3), Math.log(8) / 2 - Math.log(2)}, within(1e-12));
    }

    @Test
    void withoutContaminationAllTrainingRowsAreInside() {
        NeighbourFunction function = NeighbourFunction.fit(ROWS, NO_COMPLEXITY, new NeighbourOptions(1, 0));

        // 23 is as far from its nearest as 15 was: 8.
        double[] values = function.values(new float[][] {{23}, {23.01f}}, NO_COMPLEXITY);
        assertThat(values[0]).isBetween(0.0, 1e-12);
        assertThat(values[1]).isNegative();
    }

    @Test
    void theMeanOfTheDistancesCounts() {
        NeighbourFunction function = new NeighbourFunction(ROWS, 3, new ExpectedDistance(0, 0));

        // From 3.5: 0.5, 2.5 and 3.5 to 3, 1 and 7 or 0: mean 6.5 / 3.
        assertThat(function.values(new float[][] {{3.5f}}, NO_COMPLEXITY)[0])
                .isCloseTo(-Math.log(6.5 / 3), within(1e-12));
    }

    /** With complexities e⁰ − 1, e¹ − 1, … and distances 2⁰, 2⁰, 2¹, 2², 2³, ln d is a line but for the first row. */
    @Test
    void theExpectedDistanceIsTheLeastSquaresLine() {
        double[] logs = {0, 0, Math.log(2), Math.log(4), Math.log(8)};
        double[] complexities = {0, Math.E - 1, Math.exp(2) - 1, Math.exp(3) - 1, Math.exp(4) - 1};

        ExpectedDistance line = ExpectedDistance.fit(logs, complexities);

        // x = 0 … 4, y = (0, 0, 1, 2, 3) ln 2: slope Σ(x − 2)(y − 1.2) / 10 = 8 / 10, intercept 1.2 − 2 · 0.8 = −0.4,
        // in units of ln 2.
        assertThat(line.slope()).isCloseTo(0.8 * Math.log(2), within(1e-12));
        assertThat(line.intercept()).isCloseTo(-0.4 * Math.log(2), within(1e-12));
    }

    @Test
    void equalComplexitiesTellNothing() {
        double[] logs = {1, 2, 6};

        assertThat(ExpectedDistance.fit(logs, new double[] {4, 4, 4})).isEqualTo(new ExpectedDistance(3, 0));
    }

    /** Of two rows equally far, the more complex one is the more normal, if complex training rows lie farther apart. */
    @Test
    void complexityExcusesDistance() {
        double[] complexities = {1, 2, 4, 8, 16};
        NeighbourFunction function = NeighbourFunction.fit(ROWS, complexities, new NeighbourOptions(1, 0.05));

        double[] values = function.values(new float[][] {{17}, {17}}, new double[] {1, 16});

        assertThat(values[1]).isGreaterThan(values[0]);
    }

    @Test
    void aRowAmongItsDuplicatesIsFinite() {
        float[][] equal = new float[6][3];
        NeighbourFunction function =
                NeighbourFunction.fit(new NeighbourRows(equal), NO_COMPLEXITY, NeighbourOptions.DEFAULT);

        assertThat(function.values(new float[][] {{0, 0, 0}, {1, 0, 0}}, NO_COMPLEXITY))
                .satisfies(values -> assertThat(Arrays.stream(values)).allMatch(Double::isFinite))
                .satisfies(values -> assertThat(values[1]).isLessThan(values[0]));
    }

    @Test
    void eachRowNeedsKOthers() {
        assertThatThrownBy(() -> NeighbourFunction.fit(ROWS, NO_COMPLEXITY, NeighbourOptions.DEFAULT))
                .isInstanceOf(UserError.class)
                .hasMessage("nearest neighbours: k = 5, but of 5 training rows each has only 4 others; "
                        + "lower k or learn from more");
    }

    @Test
    void optionsCheckThemselves() {
        assertThatThrownBy(() -> new NeighbourOptions(0, 0.05)).isInstanceOf(UserError.class);
        assertThatThrownBy(() -> new NeighbourOptions(1, 1)).isInstanceOf(UserError.class);
        assertThatThrownBy(() -> new NeighbourOptions(1, Double.NaN)).isInstanceOf(UserError.class);
    }
}
