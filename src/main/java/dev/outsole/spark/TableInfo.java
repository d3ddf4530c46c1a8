package dev.outsole.spark;

import dev.outsole.image.ClassNames;
import dev.outsole.image.ImageShape;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is kept beside an image table's rows.
 *
 * @param formatVersion of the table's layout
 * @param height of every image, in pixels
 * @param width of every image, in pixels
 * @param classes names of the classes, in the order of their labels
 * @param sha256 of each source file's unpacked content, in hexadecimal, by {@code train_images}, {@code train_labels}, {@code
 *     test_images}, {@code test_labels}
 */
public record TableInfo(int formatVersion, int height, int width, List<String> classes, Map<String, String> sha256) {
    static final int FORMAT_VERSION = 1;

    public TableInfo {
        classes = List.copyOf(classes);
        sha256 = Collections.unmodifiableMap(new TreeMap<>(sha256));
    }

    public ImageShape shape() {
        return new ImageShape(height, width);
    }

    public ClassNames classNames() {
        return new ClassNames(classes);
    }
}
