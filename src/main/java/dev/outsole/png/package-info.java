/**
 * PNG files (ISO/IEC 15948), row by row: a few rows are in memory, however large the image is. All checksums are checked, which Java's own reader
 * doesn't do. What is damaged is an {@link java.io.IOException}. Knows nothing else of Outsole.
 */
@NullMarked
package dev.outsole.png;

import org.jspecify.annotations.NullMarked;
