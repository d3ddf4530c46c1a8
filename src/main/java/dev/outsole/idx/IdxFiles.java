package dev.outsole.idx;

import java.io.Serializable;

/** Where the images and the labels of one split are: two IDX files, by path. */
public record IdxFiles(String images, String labels) implements Serializable {}
