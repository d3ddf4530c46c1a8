package dev.outsole.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers of one type, and their shape.
 *
 * @param shape lengths of its dimensions, the one that changes slowest first; none for a single number
 * @param bytes little-endian; not copied
 */
public record Tensor(Type type, List<Integer> shape, ByteBuffer bytes) {

    /** The types, by their names in safetensors; those of the most bytes first, as the file has them. */
    public enum Type {
        F64(Double.BYTES),
        F32(Float.BYTES),
        I32(Integer.BYTES),
        U8(Byte.BYTES);

        private final int size;

        Type(int size) {
            this.size = size;
        }

        /** Bytes of an array of this shape. */
        long bytes(List<Integer> shape) {
            return shape.stream().mapToLong(Integer::longValue).reduce(size, Math::multiplyExact);
        }
    }

    public Tensor {
        shape = List.copyOf(shape);
        if (type.bytes(shape) != bytes.capacity()) {
            throw new IllegalArgumentException(
                    bytes.capacity() + " bytes of " + type + " don't have the shape " + shape);
        }
    }

    /** Memory for so many entries of so many bytes. */
    static ByteBuffer memory(int length, int size) {
        return ByteBuffer.allocate(Math.multiplyExact(length, size)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static List<Integer> shape(int length, int... shape) {
        return shape.length == 0
                ? List.of(length)
                : Arrays.stream(shape).boxed().toList();
    }

    /** Double precision, in a row. */
    public static Tensor of(double... values) {
        ByteBuffer bytes = memory(values.length, Double.BYTES);
        bytes.asDoubleBuffer().put(values);
        return new Tensor(Type.F64, List.of(values.length), bytes);
    }

    /** Whole numbers, in a row. */
    public static Tensor of(int... values) {
        ByteBuffer bytes = memory(values.length, Integer.BYTES);
        bytes.asIntBuffer().put(values);
        return new Tensor(Type.I32, List.of(values.length), bytes);
    }

    /** Single precision, in this shape or in a row. */
    public static Tensor of(float[] values, int... shape) {
        ByteBuffer bytes = memory(values.length, Float.BYTES);
        bytes.asFloatBuffer().put(values);
        return new Tensor(Type.F32, shape(values.length, shape), bytes);
    }

    /** Numbers from 0 to 255, in this shape or in a row; they aren't copied. */
    public static Tensor of(byte[] values, int... shape) {
        return new Tensor(Type.U8, shape(values.length, shape), ByteBuffer.wrap(values));
    }

    double[] doubles() {
        double[] values = new double[bytes.capacity() / Double.BYTES];
        bytes.asDoubleBuffer().get(values);
        return values;
    }

    float[] floats() {
        float[] values = new float[bytes.capacity() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        return values;
    }

    int[] ints() {
        int[] values = new int[bytes.capacity() / Integer.BYTES];
        bytes.asIntBuffer().get(values);
        return values;
    }
}
