package dev.outsole.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.outsole.UserError;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeighbourRowsTest {

    @Test
    void distancesByHand() {
        NeighbourRows rows = new NeighbourRows(new float[][] {{0, 0}, {3, 4}, {6, 8}, {0, 1}});

        // From (0, 0): to itself 0, to (0, 1) 1, to (3, 4) √(9 + 16) = 5.
        assertThat(rows.distances(new float[][] {{0, 0}}, 3)).isDeepEqualTo(new double[][] {{0, 1, 5}});
    }

    /** Numbers of rows and queries that fill no block, one, and more than one. */
    @ParameterizedTest
    @CsvSource({"1, 1, 1", "7, 3, 2", "1024, 128, 5", "1025, 129, 5", "2500, 300, 20"})
    void distancesAreThoseOfALoop(int count, int queries, int k) {
        float[][] rows = random(count, 40, 1);
        float[][] asked = random(queries, 40, 2);

        double[][] found = new NeighbourRows(rows).distances(asked, k);

        for (int i = 0; i < queries; i++) {
            assertThat(found[i]).containsExactly(loop(asked[i], rows, k, -1), within(1e-12));
        }
    }

    @Test
    void leaveOneOutLeavesTheRowItselfOut() {
        float[][] rows = random(1500, 30, 3);

        double[][] found = new NeighbourRows(rows).leaveOneOut(new RowRange(0, 1000, 1200), 4);

        for (int i = 0; i < 200; i++) {
            assertThat(found[i]).containsExactly(loop(rows[1000 + i], rows, 4, 1000 + i), within(1e-12));
        }
    }

    /** Equal rows are 0 apart, to the last bit, however long they are; and each counts as a neighbour. */
    @Test
    void duplicatesAreZeroApart() {
        float[][] once = random(100, 784, 4);
        float[][] twice =
                IntStream.range(0, 200).mapToObj(i -> once[i % 100].clone()).toArray(float[][]::new);
        NeighbourRows rows = new NeighbourRows(twice);

        assertThat(List.of(rows.distances(once, 2)))
                .allSatisfy(found -> assertThat(found).containsExactly(0, 0));
        assertThat(List.of(rows.leaveOneOut(new RowRange(0, 0, 200), 2))).allSatisfy(found -> {
            assertThat(found[0]).isZero();
            assertThat(found[1]).isPositive();
        });
    }

    /** Four corners of a square are all equally far from its centre: any two of them are right. */
    @Test
    void tiesCountOnceEach() {
        NeighbourRows rows = new NeighbourRows(new float[][] {{1, 1}, {1, -1}, {-1, 1}, {-1, -1}, {5, 5}});

        double diagonal = Math.sqrt(2);
        assertThat(rows.distances(new float[][] {{0, 0}}, 2)).isDeepEqualTo(new double[][] {{diagonal, diagonal}});
        assertThat(rows.distances(new float[][] {{0, 0}}, 5)[0][4]).isCloseTo(5 * diagonal, within(1e-12));
    }

    @Test
    void thereAreNoMoreNeighboursThanRows() {
        NeighbourRows rows = new NeighbourRows(new float[][] {{0}, {2}});

        assertThat(rows.distances(new float[][] {{1.5f}}, 5)).isDeepEqualTo(new double[][] {{0.5, 1.5}});
        assertThat(rows.leaveOneOut(new RowRange(0, 0, 2), 5)).isDeepEqualTo(new double[][] {{2}, {2}});
    }

    @Test
    void aDistanceIsTheSameInWhateverCompany() {
        float[][] asked = random(500, 60, 5);
        NeighbourRows rows = new NeighbourRows(random(3000, 60, 6));

        double[][] together = rows.distances(asked, 5);

        assertThat(rows.distances(new float[][] {asked[321]}, 5)[0]).containsExactly(together[321]);
    }

    @Test
    void refusesRowsThatDontFit() {
        assertThatThrownBy(() -> new NeighbourRows(new float[0][]))
                .isInstanceOf(UserError.class)
                .hasMessage("nearest neighbours: there are no training rows");
        assertThatThrownBy(() -> new NeighbourRows(new float[][] {{1, 2}, {1}}))
                .isInstanceOf(UserError.class)
                .hasMessage("nearest neighbours: training row 1 has 1 features; there must be 2");
        NeighbourRows rows = new NeighbourRows(new float[][] {{1, 2}});
        assertThatThrownBy(() -> rows.distances(new float[][] {{1, Float.NaN}}, 1))
                .isInstanceOf(UserError.class)
                .hasMessage("nearest neighbours: a row holds NaN; all features must be finite");
        assertThatThrownBy(() -> rows.distances(new float[][] {{1, 2, 3}}, 1)).isInstanceOf(UserError.class);
    }

    private static double[] loop(float[] query, float[][] rows, int k, int self) {
        return IntStream.range(0, rows.length)
                .filter(i -> i != self)
                .mapToDouble(i -> distance(query, rows[i]))
                .sorted()
                .limit(k)
                .toArray();
    }

    private static double distance(float[] a, float[] b) {
        return Math.sqrt(IntStream.range(0, a.length)
                .mapToDouble(j -> ((double) a[j] - b[j]) * ((double) a[j] - b[j]))
                .sum());
    }

    private static float[][] random(int count, int width, long seed) {
        Random random = new Random(seed);
        float[][] rows = new float[count][width];
        for (float[] row : rows) {
            for (int j = 0; j < width; j++) {
                row[j] = random.nextFloat();
            }
        }
        return rows;
    }
}
