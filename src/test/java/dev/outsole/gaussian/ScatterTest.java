package dev.outsole.gaussian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.outsole.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScatterTest {
    private static final int WIDTH = 7;
    /** More than one block. */
    private static final float[][] ROWS = random(1300);

    private static final RowSums SUMS = RowSums.of(ROWS);

    private static float[][] random(int count) {
        SplittableRandom random = new SplittableRandom(5);
        float[][] rows = new float[count][WIDTH];
        for (float[] row : rows) {
            for (int j = 0; j < WIDTH; j++) {
                row[j] = (float) (100 + j * random.nextDouble());
            }
        }
        return rows;
    }

    @Test
    void addsUpTheRows() {
        assertThat(SUMS.rows()).isEqualTo(1300);
        assertThat(SUMS.largest()).isBetween(105.9, 106.0);
        assertThat(SUMS.mean()[0]).isEqualTo(100);
        assertThat(SUMS.mean()[6]).isCloseTo(103, within(0.2));
    }

    @Test
    void isWhatALoopComputes() {
        Scatter scatter = TrainingTable.scatter(ROWS);

        double[][] expected = new double[WIDTH][WIDTH];
        double fourth = 0;
        for (float[] row : ROWS) {
            double squared = 0;
            for (int i = 0; i < WIDTH; i++) {
                double z = row[i] - SUMS.mean()[i];
                squared += z * z;
                for (int j = i; j < WIDTH; j++) {
                    expected[i][j] += z * (row[j] - SUMS.mean()[j]) / ROWS.length;
                }
            }
            fourth += squared * squared / ROWS.length;
        }
        for (int i = 0; i < WIDTH; i++) {
            for (int j = i; j < WIDTH; j++) {
                assertThat(scatter.covariance(i, j)).isCloseTo(expected[i][j], within(1e-12));
            }
        }
        assertThat(scatter.fourthMoment()).isCloseTo(fourth, within(1e-9));
    }

    /** To the last bit, in whatever order the parts come. */
    @Test
    void roundedPartsAddUpTheSameInAnyOrder() {
        List<Scatter> parts = new ArrayList<>();
        for (int from = 0; from < ROWS.length; from += 130) {
            List<float[][]> part = List.<float[][]>of(Arrays.copyOfRange(ROWS, from, from + 130));
            parts.add(Scatter.of(part, SUMS.mean()).rounded(SUMS.rows(), SUMS.largest()));
        }
        Scatter forwards = parts.stream().reduce(Scatter::plus).orElseThrow();
        Scatter inPairs = parts.get(9);
        for (int i = 0; i < 9; i += 3) {
            inPairs = parts.get(i + 1).plus(parts.get(i + 2)).plus(inPairs.plus(parts.get(i)));
        }
        Scatter whole = TrainingTable.scatter(ROWS);

        assertThat(inPairs).usingRecursiveComparison().isEqualTo(forwards);
        assertThat(forwards.rows()).isEqualTo(1300);
        for (int i = 0; i < WIDTH; i++) {
            assertThat(forwards.covariance(i, 6)).isCloseTo(whole.covariance(i, 6), within(1e-9));
        }
        assertThat(forwards.fourthMoment()).isCloseTo(whole.fourthMoment(), within(1e-3));
    }

    @Test
    void refusesRowsThatDontFitTogether() {
        assertThatThrownBy(() -> RowSums.of(new float[][] {{1, 2}, {3}}))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("1 and 2 features");
        RowSums pair = RowSums.of(new float[][] {{1, 2}});
        RowSums triple = RowSums.of(new float[][] {{1, 2, 3}});
        assertThatThrownBy(() -> pair.plus(triple))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("2 and 3 features");
        assertThatThrownBy(() -> RowSums.of(new float[][] {{1, Float.NaN}}))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("holds NaN");
    }
}
