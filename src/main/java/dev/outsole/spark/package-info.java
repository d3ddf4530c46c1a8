/**
 * Everything that touches Spark: the session, the image table, the ML stages (estimators and models), parameter averaging with
 * DL4J-Spark, the detectors made of the stages, and evaluation with MLlib.
 */
@NullMarked
package dev.outsole.spark;

import org.jspecify.annotations.NullMarked;
