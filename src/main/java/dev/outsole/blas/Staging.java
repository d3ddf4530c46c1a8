package dev.outsole.blas;

/** A thread's native memory for the three matrices of one product, kept for the next and grown as needed. */
final class Staging {
    private static final ThreadLocal<Staging> THREADS = ThreadLocal.withInitial(Staging::new);

    private NativeFloats a = new NativeFloats(0);
    private NativeFloats b = new NativeFloats(0);
    private NativeFloats c = new NativeFloats(0);

    private Staging() {}

    static Staging ofThisThread() {
        return THREADS.get();
    }

    NativeFloats a(float[] source, int offset, int length) {
        a = grown(a, length);
        a.put(0, source, offset, length);
        return a;
    }

    NativeFloats b(float[] source, int offset, int length) {
        b = grown(b, length);
        b.put(0, source, offset, length);
        return b;
    }

    NativeFloats c(float[] source, int offset, int length) {
        c(length).put(0, source, offset, length);
        return c;
    }

    /** For a result that owes nothing to what was there. */
    NativeFloats c(int length) {
        c = grown(c, length);
        return c;
    }

    private static NativeFloats grown(NativeFloats memory, int length) {
        if (memory.length() >= length) {
            return memory;
        }
        memory.close();
        return new NativeFloats(length);
    }
}
