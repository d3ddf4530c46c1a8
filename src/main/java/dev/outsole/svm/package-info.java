/**
 * The one-class support vector machine of Schölkopf et al. (2001): options, solver, decision function, with kernel rows and scores by
 * matrix product. Spark stays out.
 */
@NullMarked
package dev.outsole.svm;

import org.jspecify.annotations.NullMarked;
