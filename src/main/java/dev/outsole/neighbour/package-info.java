/** Distances to the nearest of the training rows, exact, by matrix product; a detector made of them. Spark stays out. */
@NullMarked
package dev.outsole.neighbour;

import org.jspecify.annotations.NullMarked;
