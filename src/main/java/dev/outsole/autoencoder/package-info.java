/**
 * The dense autoencoder: its options, its definition as a DL4J network, encoding with trained parameters, and the check for dead
 * units. DL4J's networks stay in here (their distribution over Spark is in {@code dev.outsole.spark}), and Spark stays out.
 */
@NullMarked
package dev.outsole.autoencoder;

import org.jspecify.annotations.NullMarked;
