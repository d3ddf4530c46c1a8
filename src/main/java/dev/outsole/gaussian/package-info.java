/** Mahalanobis distances from a class's mean, with a covariance matrix shrunk after Ledoit and Wolf. Spark stays out. */
@NullMarked
package dev.outsole.gaussian;

import org.jspecify.annotations.NullMarked;
