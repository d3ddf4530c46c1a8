package dev.outsole.detector;

import dev.outsole.neighbour.NeighbourOptions;
import dev.outsole.pixel.PixelFeatures;
import dev.outsole.spark.NearestNeighbours;
import dev.outsole.spark.PixelTransform;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;

/** Distance from the nearest training image, judged by how far from each other images as complex are. */
public final class AdjustedNeighboursDetector implements Detector {
    private static final String PREPARED = "prepared";
    private static final String COMPLEXITY = "complexity";

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
        PixelTransform pixels = new PixelTransform()
                .setPixelFeatures(new PixelFeatures(options.shape(), true, 1, 4))
                .setFeaturesCol(PIXELS)
                .setOutputCol(PREPARED)
                .setComplexityCol(COMPLEXITY);
        NearestNeighbours neighbours = new NearestNeighbours()
                .setOptions(new NeighbourOptions(1, NeighbourOptions.DEFAULT.contamination()))
                .setFeaturesCol(PREPARED)
                .setComplexityCol(COMPLEXITY);
        return new Pipeline().setStages(new PipelineStage[] {pixels, neighbours});
    }
}
