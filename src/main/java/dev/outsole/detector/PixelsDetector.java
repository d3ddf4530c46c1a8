package dev.outsole.detector;

import dev.outsole.spark.OneClassSvm;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;

/** Baseline: one-class SVM on the pixels themselves. */
public final class PixelsDetector implements Detector {

    @Override
    public String key() {
        return "pixels";
    }

    @Override
    public String summary() {
        return "one-class SVM on the pixels";
    }

    @Override
    public Pipeline pipeline(DetectorOptions options) {
        return new Pipeline().setStages(new PipelineStage[] {
            new OneClassSvm().setOptions(options.svm()).setFeaturesCol(PIXELS)
        });
    }

    @Override
    public boolean dependsOn(String setting) {
        return SharedSettings.has(setting) || setting.startsWith("svm.");
    }
}
