package dev.outsole.gaussian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WhiteningTest {
    private static final int WIDTH = 60;
    private static final int COUNT = 700;

    /** Features that all but follow from one another, as neighbouring pixels do: a random walk along the row, and little noise. */
    private static float[][] walks() {
        SplittableRandom random = new SplittableRandom(3);
        float[][] rows = new float[COUNT][WIDTH];
        for (float[] row : rows) {
            double place = 0;
            for (int j = 0; j < WIDTH; j++) {
                place += random.nextDouble() - 0.5;
                row[j] = (float) (place + 0.02 * random.nextDouble());
            }
        }
        return rows;
    }

    /** Single precision costs less than a hundred-thousandth of a distance, though the matrix is far from round. */
    @Test
    void isWhatGaussianEliminationInDoubleGives() {
        float[][] rows = walks();
        Scatter scatter = TrainingTable.scatter(rows);
        Shrinkage shrinkage = Shrinkage.ledoitWolf(scatter);

        double[] distances = GaussianFunction.whitening(scatter, shrinkage).distances(rows);

        double[][] matrix = new double[WIDTH][WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            for (int j = 0; j < WIDTH; j++) {
                matrix[i][j] = shrinkage.covariance(scatter, Math.min(i, j), Math.max(i, j));
            }
        }
        for (int i = 0; i < COUNT; i += 50) {
            double[] z = new double[WIDTH];
            for (int j = 0; j < WIDTH; j++) {
                z[j] = rows[i][j] - scatter.mean()[j];
            }
            assertThat(distances[i]).isCloseTo(Math.sqrt(dot(z, solve(matrix, z))), withinPercentage(1e-3));
        }
    }

    @Test
    void aRowsDistanceDoesNotDependOnItsCompany() {
        float[][] rows = walks();
        Whitening whitening = TrainingTable.whitening(rows);

        double[] all = whitening.distances(rows);

        for (int i = 0; i < COUNT; i += 50) {
            assertThat(whitening.distances(new float[][] {rows[i]})[0]).isCloseTo(all[i], withinPercentage(1e-3));
        }
        assertThat(whitening.distances(new float[0][])).isEmpty();
    }

    @Test
    void aTriangleMustFitItsMean() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Whitening(new double[2], new float[4]));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Gauss, without pivots: the matrix is positive definite. */
    private static double[] solve(double[][] matrix, double[] right) {
        int n = right.length;
        double[][] rows = new double[n][];
        for (int i = 0; i < n; i++) {
            rows[i] = matrix[i].clone();
        }
        double[] x = right.clone();
        for (int k = 0; k < n; k++) {
            for (int i = k + 1; i < n; i++) {
                double factor = rows[i][k] / rows[k][k];
                for (int j = k; j < n; j++) {
                    rows[i][j] -= factor * rows[k][j];
                }
                x[i] -= factor * x[k];
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int j = i + 1; j < n; j++) {
                x[i] -= rows[i][j] * x[j];
            }
            x[i] /= rows[i][i];
        }
        return x;
    }
}
