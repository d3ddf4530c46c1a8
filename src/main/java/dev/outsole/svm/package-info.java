/**
 * The one-class support vector machine of Schölkopf et al. (2001): options, fit, decision function. libsvm stays in here, and Spark
 * stays out.
 */
@NullMarked
package dev.outsole.svm;

import org.jspecify.annotations.NullMarked;
