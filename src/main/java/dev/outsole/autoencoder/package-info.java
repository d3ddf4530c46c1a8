/**
 * The dense autoencoder: its options, its definition and initialisation as a DL4J network, training steps on DL4J's flat vectors at the
 * speed of the matrix products, and encoding with trained parameters. Spark stays out.
 */
@NullMarked
package dev.outsole.autoencoder;

import org.jspecify.annotations.NullMarked;
