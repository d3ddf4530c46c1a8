/** PNG and JPEG files to grey pixels of a wanted shape. */
@NullMarked
package dev.outsole.raster;

import org.jspecify.annotations.NullMarked;
