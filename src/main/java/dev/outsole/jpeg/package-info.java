/**
 * JPEG files (ITU-T T.81): what their headers say, and their pixels at an eighth, a quarter or half of their size, straight from the
 * coefficients. That takes a few bytes of memory for each block of 64 pixels, is several times as fast as decoding all pixels, and the eighth
 * is the exact mean of each block. What is damaged is an {@link java.io.IOException}. Knows nothing else of Outsole.
 */
@NullMarked
package dev.outsole.jpeg;

import org.jspecify.annotations.NullMarked;
