package dev.outsole.detector;

import dev.outsole.image.ImageShape;
import dev.outsole.neighbour.ImageNeighbourOptions;
import dev.outsole.pixel.PixelFeatures;
import dev.outsole.spark.NearestNeighbours;
import dev.outsole.spark.PixelTransform;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;

/** From pixels to prepared ones, from these to distances. */
final class NeighbourPipeline {
    private static final String PREPARED = "prepared";
    private static final String COMPLEXITY = "complexity";

    private NeighbourPipeline() {}

    static Pipeline of(ImageShape shape, ImageNeighbourOptions options) {
        String complexity = options.adjusted() ? COMPLEXITY : "";
        PixelFeatures preparation =
                new PixelFeatures(shape, options.squareRoot(), options.blurRadius(), options.gradientWeight());
        PixelTransform pixels = new PixelTransform()
                .setPixelFeatures(preparation)
                .setFeaturesCol(Detector.PIXELS)
                .setOutputCol(PREPARED)
                .setComplexityCol(complexity);
        NearestNeighbours neighbours = new NearestNeighbours()
                .setOptions(options.neighbours())
                .setFeaturesCol(PREPARED)
                .setImages(Detector.PIXELS, preparation)
                .setComplexityCol(complexity);
        return new Pipeline().setStages(new PipelineStage[] {pixels, neighbours});
    }
}
