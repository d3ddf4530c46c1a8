package dev.outsole.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.outsole.report.page.DecisionGrid;
import dev.outsole.svm.DecisionFunction;
import org.junit.jupiter.api.Test;

class DecisionGridsTest {
    /** Two support vectors, (0, 0) and (10, 4), and a margin of 8 % around them. */
    private static final DecisionFunction FUNCTION =
            new DecisionFunction(0.25, 0.4, new float[][] {{0, 0}, {10, 4}}, new double[] {1, 1});

    @Test
    void coversTheSupportVectors() {
        DecisionGrid grid = DecisionGrids.of(FUNCTION);

        assertThat(grid.left()).isCloseTo(-0.8f, within(1e-6f));
        assertThat(grid.right()).isCloseTo(10.8f, within(1e-6f));
        assertThat(grid.bottom()).isCloseTo(-0.32f, within(1e-6f));
        assertThat(grid.top()).isCloseTo(4.32f, within(1e-6f));
    }

    /** f(x) = exp(−0.25 |x|²) + exp(−0.25 |x − (10, 4)|²) − 0.4, by hand at a corner and at a point in between. */
    @Test
    void holdsTheDecisionFunctionRowByRow() {
        DecisionGrid grid = DecisionGrids.of(FUNCTION);
        int column = 3;
        int row = 2;
        double x = -0.8 + 11.6 * column / (grid.size() - 1);
        double y = -0.32 + 4.64 * row / (grid.size() - 1);

        assertThat(grid.values()[0]).isCloseTo(Math.exp(-0.25 * (0.64 + 0.1024)) - 0.4, within(1e-5));
        assertThat(grid.values()[row * grid.size() + column])
                .isCloseTo(Math.exp(-0.25 * (x * x + y * y)) - 0.4, within(1e-5));
    }

    @Test
    void aSinglePointHasRoomAroundIt() {
        DecisionFunction point = new DecisionFunction(1, 0.5, new float[][] {{3, 3}}, new double[] {1});

        assertThat(DecisionGrids.of(point).left()).isEqualTo(2);
        assertThat(DecisionGrids.of(point).right()).isEqualTo(4);
    }
}
