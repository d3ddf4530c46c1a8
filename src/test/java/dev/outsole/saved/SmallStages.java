package dev.outsole.saved;

import dev.outsole.spark.Autoencoder;
import dev.outsole.spark.ErrorLimit;
import dev.outsole.spark.GaussianDistance;
import dev.outsole.spark.NearestNeighbours;
import dev.outsole.spark.OneClassSvm;
import dev.outsole.spark.PixelTransform;
import java.util.List;
import org.apache.spark.ml.PipelineStage;

/** Stages of every kind, with parameters that are not the default. */
final class SmallStages {

    private SmallStages() {}

    static List<PipelineStage> all() {
        return List.of(
                new PixelTransform()
                        .setFeaturesCol("pixels")
                        .setOutputCol("seen")
                        .setComplexityCol("busy")
                        .setHeight(FixtureImages.SHAPE.height())
                        .setWidth(FixtureImages.SHAPE.width())
                        .setSquareRoot(true)
                        .setBlurRadius(2)
                        .setGradientWeight(0.5),
                new NearestNeighbours().setFeaturesCol("pixels").setK(3),
                new OneClassSvm().setFeaturesCol("pixels").setNu(0.25).setDecisionCol("value"),
                new GaussianDistance().setFeaturesCol("pixels").setContamination(0.2),
                new Autoencoder()
                        .setFeaturesCol("pixels")
                        .setHiddenLayers(6)
                        .setEpochs(2)
                        .setBatchSize(8)
                        .setEmbeddingCol("place")
                        .setReconstructionErrorCol("error"),
                new ErrorLimit().setErrorCol("error").setContamination(0.5));
    }
}
