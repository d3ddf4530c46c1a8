package dev.outsole.tensor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Floats of which at most 256 differ, as pixels do: a byte for each, its place among those values. It is exact, and a quarter of the size.
 *
 * @param codes the place of every entry
 * @param values the values, {@code [at most 256]}
 */
record Palette(Tensor codes, Tensor values) {
    private static final int MOST = 1 << Byte.SIZE;
    /** Fewer floats aren't worth it. */
    private static final int LEAST = 2 * MOST;

    /** The same numbers; empty if they are no floats, too many differ, or there are few. */
    static Optional<Palette> of(Tensor tensor) {
        if (tensor.type() != Tensor.Type.F32 || tensor.bytes().capacity() < LEAST * Float.BYTES) {
            return Optional.empty();
        }
        int[] bits = tensor.ints();
        int[] values = different(bits);
        if (values == null) {
            return Optional.empty();
        }
        byte[] codes = new byte[bits.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (byte) Arrays.binarySearch(values, bits[i]);
        }
        Tensor table = Tensor.of(values);
        return Optional.of(new Palette(
                new Tensor(Tensor.Type.U8, tensor.shape(), ByteBuffer.wrap(codes)),
                new Tensor(Tensor.Type.F32, table.shape(), table.bytes())));
    }

    /** All of them once, ascending; null if there are too many. */
    private static int @Nullable [] different(int[] all) {
        int[] found = new int[MOST];
        int count = 0;
        for (int bits : all) {
            int place = Arrays.binarySearch(found, 0, count, bits);
            if (place >= 0) {
                continue;
            }
            if (count == MOST) {
                return null;
            }
            System.arraycopy(found, -place - 1, found, -place, count + place + 1);
            found[-place - 1] = bits;
            count++;
        }
        return Arrays.copyOf(found, count);
    }

    /**
     * What it was made of.
     *
     * @throws IOException if an entry has no value
     */
    Tensor floats() throws IOException {
        byte[] places = codes.bytes().array();
        float[] known = values.floats();
        float[] floats = new float[places.length];
        for (int i = 0; i < floats.length; i++) {
            int place = places[i] & 0xff;
            if (place >= known.length) {
                throw new IOException("there are " + known.length + " values, and an entry says number " + place);
            }
            floats[i] = known[place];
        }
        return Tensor.of(
                floats, codes.shape().stream().mapToInt(length -> length).toArray());
    }
}
