/**
 * What an evaluation finds out, as plain values: scores, ROC curve, AUC, confusion matrix, and the contents of {@code metrics.json}.
 * No Spark.
 */
@NullMarked
package dev.outsole.result;

import org.jspecify.annotations.NullMarked;
