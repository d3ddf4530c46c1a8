package dev.outsole.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SgemmTest {

    /** |1 2|   |5 6|   |1·5+2·7 1·6+2·8|   |19 22|; 2 · that + 10 · C, C all ones: |48 54| |96 110|. */
    @Test
    void scalesTheProductAndAddsToWhatWasThere() {
        float[] c = {1, 1, 1, 1};

        Sgemm.multiply(false, false, 2, 2, 2, 2, array(1, 2, 3, 4), 0, 2, array(5, 6, 7, 8), 0, 2, 10, c, 0, 2);

        assertThat(c).containsExactly(48, 54, 96, 110);
    }

    /** Aᵀ = |1 3| |2 4|, Bᵀ = |5 7| |6 8|: AᵀBᵀ = |1·5+3·6 1·7+3·8| |2·5+4·6 2·7+4·8| = |23 31| |34 46|. */
    @Test
    void transposes() {
        float[] c = new float[4];

        Sgemm.multiply(true, true, 2, 2, 2, 1, array(1, 2, 3, 4), 0, 2, array(5, 6, 7, 8), 0, 2, 0, c, 0, 2);

        assertThat(c).containsExactly(23, 31, 34, 46);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1, false, false",
        "3, 5, 7, false, true",
        "32, 33, 17, true, false",
        "20, 130, 64, true, true",
        "64, 6, 300, false, false",
        "5, 8, 0, false, false"
    })
    void agreesWithThreeLoopsInDouble(int m, int n, int k, boolean transposeA, boolean transposeB) {
        SplittableRandom random = new SplittableRandom(m + n + k);
        int lda = (transposeA ? m : k) + 2;
        int ldb = (transposeB ? k : n) + 1;
        int ldc = n + 3;
        float[] a = random(random, 5 + (transposeA ? k : m) * lda);
        float[] b = random(random, 6 + (transposeB ? n : k) * ldb);
        float[] c = random(random, 7 + m * ldc);
        float[] inArrays = c.clone();
        NativeFloats inNativeMemory = nativeCopy(c);

        Sgemm.multiply(transposeA, transposeB, m, n, k, -2, a, 5, lda, b, 6, ldb, 0.5f, inArrays, 7, ldc);
        Sgemm.multiply(
                transposeA,
                transposeB,
                m,
                n,
                k,
                -2,
                nativeCopy(a),
                5,
                lda,
                nativeCopy(b),
                6,
                ldb,
                0.5f,
                inNativeMemory,
                7,
                ldc);

        float[] expected = c.clone();
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int l = 0; l < k; l++) {
                    float left = a[5 + (transposeA ? l * lda + i : i * lda + l)];
                    float right = b[6 + (transposeB ? j * ldb + l : l * ldb + j)];
                    sum += (double) left * right;
                }
                expected[7 + i * ldc + j] = (float) (-2 * sum + 0.5 * c[7 + i * ldc + j]);
            }
        }
        assertThat(inArrays).containsExactly(expected, Offset.offset(1e-4f));
        float[] copied = new float[c.length];
        inNativeMemory.get(0, copied, 0, c.length);
        assertThat(copied).containsExactly(inArrays);
    }

    @Test
    void overwritesWhenBetaIsZeroEvenNotANumber() {
        float[] c = {Float.NaN, 7};

        Sgemm.multiply(false, false, 1, 1, 1, 1, array(2), 0, 1, array(3), 0, 1, 0, c, 0, 1);

        assertThat(c).containsExactly(6, 7);
    }

    @Test
    void refusesToReachBeyondItsMemory() {
        float[] four = new float[4];
        assertThatThrownBy(() -> Sgemm.multiply(false, false, 2, 2, 2, 1, four, 1, 2, four, 0, 2, 0, four, 0, 2))
                .isInstanceOf(IndexOutOfBoundsException.class);
        NativeFloats memory = new NativeFloats(4);
        assertThatThrownBy(() -> Sgemm.multiply(false, false, 2, 2, 2, 1, memory, 0, 2, memory, 0, 2, 0, memory, 1, 2))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sgemm.multiply(false, false, 2, 2, 2, 1, four, 0, 1, four, 0, 2, 0, four, 0, 2))
                .withMessageContaining("2 × 2 matrix with a stride of 1");
    }

    @Test
    void refusesMemoryThatIsClosed() {
        NativeFloats memory = nativeCopy(array(1));
        memory.close();

        assertThatIllegalStateException().isThrownBy(() -> memory.put(0, array(1), 0, 1));
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> Sgemm.multiply(false, false, 1, 1, 1, 1, memory, 0, 1, memory, 0, 1, 0, memory, 0, 1));
    }

    private static float[] array(float... entries) {
        return entries;
    }

    private static float[] random(SplittableRandom random, int length) {
        float[] entries = new float[length];
        for (int i = 0; i < length; i++) {
            entries[i] = (float) random.nextDouble(-1, 1);
        }
        return entries;
    }

    private static NativeFloats nativeCopy(float[] entries) {
        NativeFloats copy = new NativeFloats(entries.length);
        copy.put(0, Arrays.copyOf(entries, entries.length), 0, entries.length);
        return copy;
    }
}
