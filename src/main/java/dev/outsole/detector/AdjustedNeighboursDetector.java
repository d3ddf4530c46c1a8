package dev.outsole.detector;

import dev.outsole.neighbour.ImageNeighbourOptions;
import org.apache.spark.ml.Pipeline;

/** Distance from the nearest training image, judged by how far from each other images as complex are. */
public final class AdjustedNeighboursDetector implements Detector {

    @Override
    public String key() {
        return "adjusted-neighbours";
    }

    @Override
    public String summary() {
        return "distance from the nearest training image, by pixels and gradients, over that expected of an image as complex";
    }

    @Override
    public Pipeline pipeline(DetectorOptions options) {
        return NeighbourPipeline.of(options.shape(), ImageNeighbourOptions.ADJUSTED);
    }

    @Override
    public boolean dependsOn(String setting) {
        return SharedSettings.has(setting);
    }
}
