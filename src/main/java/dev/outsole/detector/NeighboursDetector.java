package dev.outsole.detector;

import dev.outsole.neighbour.NeighbourOptions;
import dev.outsole.pixel.PixelFeatures;
import dev.outsole.spark.NearestNeighbours;
import dev.outsole.spark.PixelTransform;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;

/** Distance from the nearest training images. */
public final class NeighboursDetector implements Detector {
    private static final String PREPARED = "prepared";

    @Override
    public String key() {
        return "neighbours";
    }

    @Override
    public String summary() {
        return "mean distance from the 5 nearest training images, by square roots of pixels, blurred";
    }

    @Override
    public Pipeline pipeline(DetectorOptions options) {
        PixelTransform pixels = new PixelTransform()
                .setPixelFeatures(new PixelFeatures(options.shape(), true, 1, 0))
                .setFeaturesCol(PIXELS)
                .setOutputCol(PREPARED);
        NearestNeighbours neighbours =
                new NearestNeighbours().setOptions(NeighbourOptions.DEFAULT).setFeaturesCol(PREPARED);
        return new Pipeline().setStages(new PipelineStage[] {pixels, neighbours});
    }
}
