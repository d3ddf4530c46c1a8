package dev.outsole.autoencoder;

import dev.outsole.blas.NativeFloats;

/**
 * A network's flat parameter vector, held twice: in an array, where the JIT vectorises loops over entries, and in native memory, where
 * BLAS reads it without a copy.
 */
final class Parameters implements AutoCloseable {
    final float[] values;
    final NativeFloats memory;

    /** Of these values, shared with the caller. */
    Parameters(float[] values) {
        this(values, values.length);
    }

    /** For the first layers alone: those whose parameters are among the first {@code length}. */
    Parameters(float[] values, int length) {
        this.values = values;
        this.memory = new NativeFloats(length);
        changed(0, length);
    }

    /** To be called when entries of {@link #values} have changed. */
    void changed(int offset, int length) {
        memory.put(offset, values, offset, length);
    }

    @Override
    public void close() {
        memory.close();
    }
}
