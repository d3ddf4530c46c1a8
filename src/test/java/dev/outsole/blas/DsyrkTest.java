package dev.outsole.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DsyrkTest {

    /** A = |1 2| |3 4|: AᵀA = |10 14| |14 20|; added to |1 1| |1 1|, the lower triangle left as it was. */
    @Test
    void addsTheUpperTriangle() {
        double[] c = {1, 1, 1, 1};

        Dsyrk.addGram(2, 2, new double[] {1, 2, 3, 4}, c);

        assertThat(c).containsExactly(11, 15, 1, 21);
    }

    @Test
    void agreesWithThreeLoops() {
        int k = 70;
        int n = 133;
        double[] a = new SplittableRandom(1).doubles((long) k * n, -1, 1).toArray();
        double[] c = new double[n * n];

        Dsyrk.addGram(k, n, a, c);

        double[] expected = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                for (int row = 0; row < k; row++) {
                    expected[i * n + j] += a[row * n + i] * a[row * n + j];
                }
            }
        }
        assertThat(c).containsExactly(expected, Offset.offset(1e-12));
    }

    @Test
    void aMatrixOfNoRowsAddsNothing() {
        double[] c = {1, 2, 3, 4};

        Dsyrk.addGram(0, 2, new double[0], c);

        assertThat(c).containsExactly(1, 2, 3, 4);
    }

    @Test
    void staysWithinItsArrays() {
        assertThatThrownBy(() -> Dsyrk.addGram(2, 2, new double[3], new double[4]))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Dsyrk.addGram(2, 2, new double[4], new double[3]))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
