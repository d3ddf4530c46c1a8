package dev.outsole.config;

import dev.outsole.image.ImageClass;
import java.util.List;

/**
 * Everything that {@code tune} needs to know.
 *
 * @param normals classes that settings are tried on
 * @param output folder that gets the run directory
 * @param seed of the images held out and the anomalies made
 */
public record TuneSettings(DataSettings data, List<ImageClass> normals, String output, long seed) {

    public TuneSettings {
        normals = List.copyOf(normals);
    }
}
