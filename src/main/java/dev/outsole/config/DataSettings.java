package dev.outsole.config;

import dev.outsole.image.ClassNames;

/**
 * Where the images are.
 *
 * @param source folder of the IDX files
 * @param table folder of the image table
 * @param classes names of the labels
 */
public record DataSettings(String source, String table, ClassNames classes) {}
