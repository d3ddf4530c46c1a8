package dev.outsole.image;

/**
 * One image of a data set.
 *
 * @param index position in its split, from 0
 * @param label label of its class
 * @param pixels one unsigned byte a pixel, row by row; not copied, since there are many
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier between reader and table, never compared
public record LabelledImage(int index, int label, byte[] pixels) {}
