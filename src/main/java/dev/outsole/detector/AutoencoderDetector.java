package dev.outsole.detector;

import dev.outsole.spark.Autoencoder;
import dev.outsole.spark.OneClassSvm;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;

/** Autoencoder trained on the normal class, then one-class SVM on its embedding. */
public final class AutoencoderDetector implements Detector {

    @Override
    public String key() {
        return "autoencoder";
    }

    @Override
    public String summary() {
        return "one-class SVM on an autoencoder's embedding";
    }

    @Override
    public Pipeline pipeline(DetectorOptions options) {
        Autoencoder encoder = new Autoencoder()
                .setOptions(options.autoencoder())
                .setFeaturesCol(PIXELS)
                .setEpochListener(options.listener());
        OneClassSvm svm = new OneClassSvm().setOptions(options.svm()).setFeaturesCol("embedding");
        return new Pipeline().setStages(new PipelineStage[] {encoder, svm});
    }

    @Override
    public boolean trainsNetwork() {
        return true;
    }

    @Override
    public boolean dependsOn(String setting) {
        return SharedSettings.has(setting) || setting.startsWith("svm.") || setting.startsWith("autoencoder.");
    }
}
