package dev.outsole.model;

import dev.outsole.image.ImageShape;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The contents of a model's {@code manifest.json}: what the model is, where it comes from, and what files it consists of.
 *
 * @param formatVersion of the model's layout on disk
 * @param version of Outsole that wrote it
 * @param detector its name
 * @param normal name of the class that it has learnt
 * @param classes names of all classes of the data set, in the order of their labels
 * @param height of an image, in pixels
 * @param width of an image, in pixels
 * @param scaling what the model does to pixels from 0 to 255 first
 * @param seed of all that was drawn at random
 * @param settings all that were in force, by dotted key
 * @param dataSha256 of the source files' unpacked content
 * @param calibration what its threshold is set by
 * @param files SHA-256 of every other file, in hexadecimal, by path from the model's directory
 */
public record ModelManifest(
        int formatVersion,
        String version,
        String detector,
        String normal,
        List<String> classes,
        int height,
        int width,
        String scaling,
        long seed,
        SortedMap<String, String> settings,
        SortedMap<String, String> dataSha256,
        Calibration calibration,
        SortedMap<String, String> files) {
    /** From 2 on a stage's numbers are a {@link dev.outsole.tensor.TensorFile}. */
    public static final int FORMAT_VERSION = 2;
    /** Pixels from 0 to 255 become numbers in [0, 1]. */
    public static final String SCALING = "1/255";

    public ModelManifest {
        classes = List.copyOf(classes);
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        dataSha256 = Collections.unmodifiableSortedMap(new TreeMap<>(dataSha256));
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** Of a model that is to be written: its files come later. */
    public static ModelManifest of(
            String version,
            String detector,
            String normal,
            List<String> classes,
            ImageShape shape,
            long seed,
            Map<String, String> settings,
            Map<String, String> dataSha256,
            Calibration calibration) {
        return new ModelManifest(
                FORMAT_VERSION,
                version,
                detector,
                normal,
                classes,
                shape.height(),
                shape.width(),
                SCALING,
                seed,
                new TreeMap<>(settings),
                new TreeMap<>(dataSha256),
                calibration,
                new TreeMap<>());
    }

    ModelManifest withFiles(Map<String, String> sha256) {
        return new ModelManifest(
                formatVersion,
                version,
                detector,
                normal,
                classes,
                height,
                width,
                scaling,
                seed,
                settings,
                dataSha256,
                calibration,
                new TreeMap<>(sha256));
    }

    public ImageShape shape() {
        return new ImageShape(height, width);
    }
}
