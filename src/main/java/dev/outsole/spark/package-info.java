/**
 * Everything that touches Spark: the session, the image table, the ML stages (estimators and models), parameter averaging with
 * DL4J-Spark, and evaluation with MLlib.
 */
@NullMarked
package dev.outsole.spark;

import org.jspecify.annotations.NullMarked;
