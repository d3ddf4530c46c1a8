package dev.outsole.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All stages of a model in one file, for programs that read no Parquet: how many stages; for each its kind, then how many arrays of floats
 * and, for each, name, length and values; then the same of doubles. Big-endian, strings as {@link DataOutputStream#writeUTF} has them.
 */
public final class NumbersFile {
    public static final String NAME = "numbers.bin";

    private NumbersFile() {}

    /** Writes the stages, in the order in which they are applied, and closes the stream. */
    public static void write(OutputStream stream, List<StageNumbers> stages) throws IOException {
        try (DataOutputStream out = new DataOutputStream(stream)) {
            out.writeInt(stages.size());
            for (StageNumbers stage : stages) {
                out.writeUTF(stage.kind());
                out.writeInt(stage.floats().size());
                for (var array : stage.floats().entrySet()) {
                    byte[] bytes = new byte[Math.multiplyExact(array.getValue().length, Float.BYTES)];
                    ByteBuffer.wrap(bytes).asFloatBuffer().put(array.getValue());
                    write(out, array.getKey(), bytes);
                }
                out.writeInt(stage.doubles().size());
                for (var array : stage.doubles().entrySet()) {
                    byte[] bytes = new byte[Math.multiplyExact(array.getValue().length, Double.BYTES)];
                    ByteBuffer.wrap(bytes).asDoubleBuffer().put(array.getValue());
                    write(out, array.getKey(), bytes);
                }
            }
        }
    }

    private static void write(DataOutputStream out, String name, byte[] bytes) throws IOException {
        out.writeUTF(name);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Reads what {@link #write} wrote. */
    static List<StageNumbers> read(InputStream stream) throws IOException {
        try (DataInputStream in = new DataInputStream(stream)) {
            List<StageNumbers> stages = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                stages.add(new StageNumbers(in.readUTF(), floats(in), doubles(in)));
            }
            return stages;
        }
    }

    private static SortedMap<String, float[]> floats(DataInputStream in) throws IOException {
        SortedMap<String, float[]> arrays = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String name = in.readUTF();
            ByteBuffer bytes = bytes(in);
            float[] values = new float[bytes.capacity() / Float.BYTES];
            bytes.asFloatBuffer().get(values);
            arrays.put(name, values);
        }
        return arrays;
    }

    private static SortedMap<String, double[]> doubles(DataInputStream in) throws IOException {
        SortedMap<String, double[]> arrays = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String name = in.readUTF();
            ByteBuffer bytes = bytes(in);
            double[] values = new double[bytes.capacity() / Double.BYTES];
            bytes.asDoubleBuffer().get(values);
            arrays.put(name, values);
        }
        return arrays;
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
