package dev.outsole.report.page;

import dev.outsole.image.ImageShape;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Test images that a report shows.
 *
 * @param pixels one unsigned byte each, row by row, by the image's index in the test split
 */
public record ShownImages(ImageShape shape, SortedMap<Integer, byte[]> pixels) {

    public ShownImages {
        pixels = Collections.unmodifiableSortedMap(new TreeMap<>(pixels));
        pixels.forEach((index, image) -> {
            if (image.length != shape.pixels()) {
                throw new IllegalArgumentException("test image " + index + " has " + image.length + " bytes: one of "
                        + shape + " has " + shape.pixels());
            }
        });
    }
}
