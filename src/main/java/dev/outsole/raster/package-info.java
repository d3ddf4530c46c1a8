/**
 * Picture files to grey pixels of a wanted shape. Pictures pass through row by row, in strips, or at a part of their size, so that the memory
 * that it takes doesn't grow with them.
 */
@NullMarked
package dev.outsole.raster;

import org.jspecify.annotations.NullMarked;
