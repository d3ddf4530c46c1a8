package dev.outsole.blas;

import java.nio.FloatBuffer;
import java.util.Objects;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * A vector of floats outside the Java heap, where BLAS reads and writes without a copy. Bulk copies to and from arrays run at the speed
 * of memory; loops over single entries belong on arrays, which the JIT vectorises. Freed by {@link #close}, or else with the object.
 *
 * <p>Threads may share it as they may share an array.
 */
public final class NativeFloats implements AutoCloseable {
    /** The longest there is: 2 GiB. */
    public static final int MAX_LENGTH = Integer.MAX_VALUE / Float.BYTES;

    private final FloatPointer pointer;
    private final FloatBuffer buffer;

    /** {@code length} floats, up to {@link #MAX_LENGTH}, of no particular value. */
    public NativeFloats(int length) {
        if (length < 0 || length > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "length " + length + ": native memory for floats goes from 0 to " + MAX_LENGTH);
        }
        pointer = new FloatPointer((long) length);
        buffer = pointer.asBuffer();
    }

    /** Bytes that there may be at once of all such vectors in this JVM; {@link Long#MAX_VALUE} if they aren't bounded. */
    public static long mostBytes() {
        long bound = Pointer.maxBytes();
        return bound > 0 ? bound : Long.MAX_VALUE;
    }

    public int length() {
        return buffer.capacity();
    }

    /** Copies {@code length} floats from an array to {@code index} and on. */
    public void put(int index, float[] source, int offset, int length) {
        open().put(index, source, offset, length);
    }

    /** Copies {@code length} floats from {@code index} and on to an array. */
    public void get(int index, float[] target, int offset, int length) {
        open().get(index, target, offset, length);
    }

    /** Where float {@code index} is, checked to have {@code length} floats from there on. */
    FloatPointer at(int index, int length) {
        Objects.checkFromIndexSize(index, length, open().capacity());
        return index == 0 ? pointer : pointer.getPointer(index);
    }

    /** The memory behind the buffer is gone once closed, which the buffer itself doesn't know. */
    private FloatBuffer open() {
        if (pointer.isNull()) {
            throw new IllegalStateException("this native memory is closed");
        }
        return buffer;
    }

    @Override
    public void close() {
        pointer.close();
    }
}
