/** Where a distance from what is normal becomes too large: from distances to decision values. Spark stays out. */
@NullMarked
package dev.outsole.distance;

import org.jspecify.annotations.NullMarked;
