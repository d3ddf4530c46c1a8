package dev.outsole.job;

import dev.outsole.detector.Detector;
import dev.outsole.detector.DetectorOptions;
import dev.outsole.image.ImageClass;
import dev.outsole.spark.EpochListener;
import dev.outsole.spark.FitOutlook;
import dev.outsole.spark.SparkMemory;
import org.apache.spark.SparkContext;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Fits detectors on images of a class, and shows how far it is. */
record DetectorFit(SparkContext spark, ImageClass normal, DetectorOptions options, Progress progress) {

    /** @throws dev.outsole.UserError if the detector can't be fitted on so many images */
    void foresee(Detector detector, long learnt) {
        new FitOutlook(detector.key(), learnt, Detector.PIXELS, options.shape().pixels(), SparkMemory.of(spark))
                .ask(detector.pipeline(options));
    }

    PipelineModel fit(Detector detector, Dataset<Row> train) {
        String name = detector.key() + ": fitting";
        progress.step(name);
        EpochListener listener =
                DescribedEpochs.of(spark, detector, model(detector), options, new EpochProgress(name, progress));
        return detector.pipeline(options.withListener(listener)).fit(train);
    }

    /** Says what is done with a model now that it is fitted. */
    void began(Detector detector, String step) {
        progress.step(detector.key() + ": " + step);
        spark.setJobDescription(model(detector) + " · " + step);
    }

    /** What a model is called in Spark's UI. */
    private String model(Detector detector) {
        return detector.key() + " " + normal.slug();
    }
}
