package dev.outsole.autoencoder;

import java.io.Serializable;

/**
 * A training that was given up since its embedding had collapsed.
 *
 * @param seed that it was initialised with
 * @param epoch in which the collapse was found, from 1
 * @param seconds spent on it
 */
public record Restart(long seed, int epoch, double seconds) implements Serializable {}
