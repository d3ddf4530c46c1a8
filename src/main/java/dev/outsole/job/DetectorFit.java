package dev.outsole.job;

import dev.outsole.detector.Detector;
import dev.outsole.detector.DetectorOptions;
import dev.outsole.image.ImageClass;
import dev.outsole.spark.EpochListener;
import org.apache.spark.SparkContext;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Fits detectors on images of a class, and shows how far it is. */
record DetectorFit(SparkContext spark, ImageClass normal, DetectorOptions options, Progress progress) {

    PipelineModel fit(Detector detector, Dataset<Row> train) {
        String name = detector.key() + ": fitting";
        progress.step(name);
        EpochListener listener =
                DescribedEpochs.of(spark, detector, model(detector), options, new EpochProgress(name, progress));
        return detector.pipeline(options.withListener(listener)).fit(train);
    }

    /** What a model is called in Spark's UI. */
    String model(Detector detector) {
        return detector.key() + " " + normal.slug();
    }
}
