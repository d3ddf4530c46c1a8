package dev.outsole.detector;

import org.apache.spark.ml.Pipeline;

/** Distance from the nearest training images, as the settings have it. */
public final class NeighboursDetector implements Detector {

    @Override
    public String key() {
        return "neighbours";
    }

    @Override
    public String summary() {
        return "mean distance from the 5 nearest training images, by square roots of pixels, blurred; or as tune has it";
    }

    @Override
    public Pipeline pipeline(DetectorOptions options) {
        return NeighbourPipeline.of(options.shape(), options.neighbours());
    }

    @Override
    public boolean dependsOn(String setting) {
        return SharedSettings.has(setting) || setting.startsWith("neighbours.");
    }
}
