package dev.outsole.blas;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How this machine rounds. Processors of another kind take other kernels of OpenBLAS, which add in another order: the same training then
 * goes another way. Where this text is equal, so are the results, bit for bit.
 */
public final class Rounding {
    /** Batch, pixels and units of the first layer: as the products of a training, and odd enough to reach the kernels' edges. */
    private static final int M = 33;

    private static final int K = 785;
    private static final int N = 129;
    private static final int DIGITS = 12;

    private Rounding() {}

    /** Java's version, and a digest of a matrix product's bits: {@code 17.0.15+6 3fa9c1d20b7e}. */
    public static String ofThisMachine() {
        float[] product = new float[M * N];
        Sgemm.multiply(false, false, M, N, K, 1, entries(M * K, 7), 0, K, entries(K * N, 13), 0, N, 0, product, 0, N);
        ByteBuffer bytes = ByteBuffer.allocate(product.length * Float.BYTES);
        bytes.asFloatBuffer().put(product);
        return Runtime.version() + " " + digest(bytes.array());
    }

    /** Positive fractions without a pattern that would round exactly. */
    private static float[] entries(int count, int step) {
        float[] entries = new float[count];
        for (int i = 0; i < count; i++) {
            entries[i] = (float) ((i * (long) step * 7919) % 104729) / 104729;
        }
        return entries;
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
