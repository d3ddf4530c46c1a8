/**
 * Reader of the IDX format, in which MNIST and its kin are published: bytes in, gzipped or not, labelled images out, and a clear error for every
 * way in which a file can be broken. Knows files by their names only; where streams come from is the caller's business.
 */
@NullMarked
package dev.outsole.idx;

import org.jspecify.annotations.NullMarked;
