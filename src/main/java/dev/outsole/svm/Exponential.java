package dev.outsole.svm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;

/**
 * exp of many numbers from −87 to 0 at once, in plain float arithmetic: within 2e-7 of the true value, relative. It goes in three loops, each of
 * which the JIT vectorises; what it doesn't vectorise, to take a float's bits for a whole number, is done by copying. Not for two threads at once.
 */
final class Exponential {
    private static final float LOG2_E = 1.442695f;
    /** ln 2 in two parts: the first has so few digits that its multiples are exact. */
    private static final float LN_2_HIGH = 0.69314575f;

    private static final float LN_2_LOW = 1.4286068e-6f;
    /** Added to a float below 2²², it leaves the nearest whole number in the last bits of the sum. */
    private static final float ROUNDING = 12582912f;
    /** exp of less would not be a normal float. */
    private static final float LOWEST = -87;

    private static final int ONE = Float.floatToRawIntBits(1f);

    private final float[] shifted;
    private final int[] bits;
    private final FloatBuffer asFloats;
    private final IntBuffer asInts;

    /** @param most how many numbers at once at most */
    Exponential(int most) {
        shifted = new float[most];
        bits = new int[most];
        ByteBuffer memory =
                ByteBuffer.allocateDirect(Math.multiplyExact(most, Float.BYTES)).order(ByteOrder.nativeOrder());
        asFloats = memory.asFloatBuffer();
        asInts = memory.asIntBuffer();
    }

    /** Puts exp of each x in its place; x counts as 0 if it is above, and as −87 if it is below. */
    void apply(float[] values) {
        int count = values.length;
        polynomials(values, shifted);
        asFloats.put(0, shifted, 0, count);
        asInts.get(0, bits, 0, count);
        powersOfTwo(bits, count);
        asInts.put(0, bits, 0, count);
        asFloats.get(0, shifted, 0, count);
        multiply(values, shifted);
    }

    /** x = n · ln 2 + rest: exp(rest) in place of x, and n in the last bits of a float. */
    private static void polynomials(float[] values, float[] powers) {
        for (int i = 0; i < values.length; i++) {
            float bounded = Math.max(LOWEST, Math.min(0f, values[i]));
            float sum = Math.fma(bounded, LOG2_E, ROUNDING);
            float power = sum - ROUNDING;
            float rest = Math.fma(power, -LN_2_LOW, Math.fma(power, -LN_2_HIGH, bounded));
            // Taylor's polynomial; |rest| is at most ln 2 / 2, where the first term left out is below 2e-7 / 8.
            float value = Math.fma(rest, 1f / 5040, 1f / 720);
            value = Math.fma(rest, value, 1f / 120);
            value = Math.fma(rest, value, 1f / 24);
            value = Math.fma(rest, value, 1f / 6);
            value = Math.fma(rest, value, 0.5f);
            value = Math.fma(rest, value, 1f);
            values[i] = Math.fma(rest, value, 1f);
            powers[i] = sum;
        }
    }

    /** The power of two goes straight into the exponent's bits: 1.0 has all others 0. */
    private static void powersOfTwo(int[] bits, int count) {
        for (int i = 0; i < count; i++) {
            bits[i] = (bits[i] << 23) + ONE;
        }
    }

    private static void multiply(float[] values, float[] factors) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factors[i];
        }
    }
}
