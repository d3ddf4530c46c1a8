package dev.outsole.blas;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasUpper;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dsyrk;

/** The matrix product C ← AᵀA + C in double precision, of which only the upper triangle is computed. */
public final class Dsyrk {

    static {
        Sgemm.load(); // chooses the kernels, and one thread for each caller
    }

    private Dsyrk() {}

    /**
     * Adds AᵀA to the upper triangle of C.
     *
     * @param a {@code [k × n]}, row by row
     * @param c {@code [n × n]}, row by row; entries below the diagonal stay as they are
     */
    public static void addGram(int k, int n, double[] a, double[] c) {
        if (a.length < Math.multiplyExact(k, n) || c.length < Math.multiplyExact(n, n)) {
            throw new IndexOutOfBoundsException(
                    k + " × " + n + " matrix in " + a.length + " entries, its product in " + c.length);
        }
        if (k > 0 && n > 0) {
            cblas_dsyrk(CblasRowMajor, CblasUpper, CblasTrans, n, k, 1, a, n, 1, c, n);
        }
    }
}
