package dev.outsole.autoencoder;

import dev.outsole.blas.Sgemm;
import org.nd4j.linalg.factory.Nd4j;

/** The native code under training and encoding. */
public final class Backend {

    private Backend() {}

    /**
     * Loads it, if it isn't yet. To be called before several threads may come to need it at once: its classes initialise one another, and
     * two threads that begin at different ones could wait for each other for ever.
     */
    public static synchronized void load() {
        Sgemm.load();
        Nd4j.create(1).close();
    }
}
