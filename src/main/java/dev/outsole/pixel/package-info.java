/** What can be told of an image from its pixels alone, without learning: preparation, gradients, total variation. Spark stays out. */
@NullMarked
package dev.outsole.pixel;

import org.jspecify.annotations.NullMarked;
