/**
 * A trained model on disk, and off Spark: its manifest and the check of every file, the calibration of its threshold, and a scorer of single
 * images. Knows no Spark.
 */
@NullMarked
package dev.outsole.model;

import org.jspecify.annotations.NullMarked;
