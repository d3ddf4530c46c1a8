package dev.outsole.tensor.legacy;

import dev.outsole.tensor.StageNumbers;
import dev.outsole.tensor.Tensor;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All stages of an old model in one file, for programs without Spark: how many stages; for each its kind, then how many arrays of floats and,
 * for each, name, length in bytes and values; then the same of doubles. Big-endian, strings as {@link DataInputStream#readUTF} has them.
 */
public final class NumbersBin {
    public static final String NAME = "numbers.bin";

    private NumbersBin() {}

    /** Reads all stages, in the order in which they are applied, and closes the stream. */
    public static List<StageNumbers> read(InputStream stream) throws IOException {
        try (DataInputStream in = new DataInputStream(stream)) {
            List<StageNumbers> stages = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                String kind = in.readUTF();
                Map<String, Tensor> tensors = new TreeMap<>();
                for (int floats = in.readInt(); floats > 0; floats--) {
                    tensors.put(in.readUTF(), floats(bytes(in)));
                }
                for (int doubles = in.readInt(); doubles > 0; doubles--) {
                    tensors.put(in.readUTF(), doubles(bytes(in)));
                }
                stages.add(new StageNumbers(kind, tensors));
            }
            return stages;
        }
    }

    private static Tensor floats(ByteBuffer bytes) {
        float[] values = new float[bytes.capacity() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        return Tensor.of(values);
    }

    private static Tensor doubles(ByteBuffer bytes) {
        double[] values = new double[bytes.capacity() / Double.BYTES];
        bytes.asDoubleBuffer().get(values);
        return Tensor.of(values);
    }

    private static ByteBuffer bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException(NAME + " breaks off");
        }
        return ByteBuffer.wrap(bytes);
    }
}
