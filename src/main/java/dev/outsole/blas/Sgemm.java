package dev.outsole.blas;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.blas_set_num_threads;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

/**
 * The matrix product C ← α · op(A) · op(B) + β · C in single precision, where op(X) is X or its transpose; op(A) is {@code [m × k]},
 * op(B) {@code [k × n]}, C {@code [m × n]}. Matrices are stored row by row: entry (i, j) of A is {@code a[aOffset + i · lda + j]}.
 *
 * <p>OpenBLAS works with one thread for each caller, whatever the environment says: tasks are what runs side by side here. Which of its
 * kernels it takes is settled when the native library loads, by the processor or by {@code OPENBLAS_CORETYPE} ({@link BlasKernel}).
 */
public final class Sgemm {

    static {
        BlasKernel.choose();
        blas_set_num_threads(1);
    }

    private Sgemm() {}

    /** Loads the native library, if it isn't yet. */
    public static void load() {
        multiply(false, false, 1, 1, 1, 1, new float[1], 0, 1, new float[1], 0, 1, 0, new float[1], 0, 1);
    }

    /**
     * The product of matrices in native memory, in place: nothing is copied.
     *
     * @throws IndexOutOfBoundsException if a matrix reaches beyond its memory
     * @throws IllegalArgumentException if a row is longer than its matrix's stride
     */
    public static void multiply(
            boolean transposeA,
            boolean transposeB,
            int m,
            int n,
            int k,
            float alpha,
            NativeFloats a,
            int aOffset,
            int lda,
            NativeFloats b,
            int bOffset,
            int ldb,
            float beta,
            NativeFloats c,
            int cOffset,
            int ldc) {
        int aLength = transposeA ? extent(k, m, lda) : extent(m, k, lda);
        int bLength = transposeB ? extent(n, k, ldb) : extent(k, n, ldb);
        int cLength = extent(m, n, ldc);
        cblas_sgemm(
                CblasRowMajor,
                transposeA ? CblasTrans : CblasNoTrans,
                transposeB ? CblasTrans : CblasNoTrans,
                m,
                n,
                k,
                alpha,
                a.at(aOffset, aLength),
                lda,
                b.at(bOffset, bLength),
                ldb,
                beta,
                c.at(cOffset, cLength),
                ldc);
    }

    /**
     * The product of matrices in arrays. JNI can't lend the heap out, so they are copied to native memory and back; where a matrix is
     * used again and again, keep it in {@link NativeFloats}.
     *
     * @throws IndexOutOfBoundsException if a matrix reaches beyond its array
     * @throws IllegalArgumentException if a row is longer than its matrix's stride
     */
    public static void multiply(
            boolean transposeA,
            boolean transposeB,
            int m,
            int n,
            int k,
            float alpha,
            float[] a,
            int aOffset,
            int lda,
            float[] b,
            int bOffset,
            int ldb,
            float beta,
            float[] c,
            int cOffset,
            int ldc) {
        int aLength = transposeA ? extent(k, m, lda) : extent(m, k, lda);
        int bLength = transposeB ? extent(n, k, ldb) : extent(k, n, ldb);
        int cLength = extent(m, n, ldc);
        Staging staging = Staging.ofThisThread();
        NativeFloats stagedA = staging.a(a, aOffset, aLength);
        NativeFloats stagedB = staging.b(b, bOffset, bLength);
        boolean overwritten = beta == 0 && ldc == n;
        NativeFloats stagedC = overwritten ? staging.c(cLength) : staging.c(c, cOffset, cLength);
        multiply(transposeA, transposeB, m, n, k, alpha, stagedA, 0, lda, stagedB, 0, ldb, beta, stagedC, 0, ldc);
        stagedC.get(0, c, cOffset, cLength);
    }

    /** Floats from the first to the last entry of a matrix. */
    static int extent(int rows, int columns, int stride) {
        if (rows < 0 || columns < 0 || stride < Math.max(1, columns)) {
            throw new IllegalArgumentException(rows + " × " + columns + " matrix with a stride of " + stride);
        }
        return rows == 0 || columns == 0 ? 0 : Math.addExact(Math.multiplyExact(rows - 1, stride), columns);
    }
}
