package dev.outsole.spark;

/**
 * What is known of one Parquet file of an image table.
 *
 * @param rows images in it
 * @param bytes its size
 * @param sha256 of its content, in hexadecimal
 */
record TableFile(long rows, long bytes, String sha256) {}
