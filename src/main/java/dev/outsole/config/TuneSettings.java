package dev.outsole.config;

import dev.outsole.image.ImageClass;
import dev.outsole.neighbour.ImageNeighbourOptions;
import java.util.List;

/**
 * Everything that {@code tune} needs to know.
 *
 * @param normals classes that settings are tried on
 * @param neighbours the settings in force, which others are compared with
 * @param output folder that gets the run directory
 * @param seed of the images held out and the anomalies made
 */
public record TuneSettings(
        DataSettings data, List<ImageClass> normals, ImageNeighbourOptions neighbours, String output, long seed) {

    public TuneSettings {
        normals = List.copyOf(normals);
    }
}
