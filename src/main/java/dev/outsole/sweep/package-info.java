/**
 * A sweep over pairs of classes, as plain values: which models it takes, what comes of each, and what all of them say together. No
 * Spark.
 */
@NullMarked
package dev.outsole.sweep;

import org.jspecify.annotations.NullMarked;
