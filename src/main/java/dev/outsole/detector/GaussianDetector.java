package dev.outsole.detector;

import dev.outsole.spark.GaussianDistance;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;

/** Distance from the mean of the normal class, in the measure of its own covariance. */
public final class GaussianDetector implements Detector {

    @Override
    public String key() {
        return "gaussian";
    }

    @Override
    public String summary() {
        return "Mahalanobis distance of the pixels from their mean";
    }

    @Override
    public Pipeline pipeline(DetectorOptions options) {
        return new Pipeline().setStages(new PipelineStage[] {new GaussianDistance().setFeaturesCol(PIXELS)});
    }

    @Override
    public boolean dependsOn(String setting) {
        return SharedSettings.has(setting);
    }
}
