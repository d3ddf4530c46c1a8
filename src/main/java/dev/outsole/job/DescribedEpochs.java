package dev.outsole.job;

import dev.outsole.autoencoder.Restart;
import dev.outsole.detector.Detector;
import dev.outsole.detector.DetectorOptions;
import dev.outsole.spark.Autoencoder;
import dev.outsole.spark.EpochListener;
import java.util.Arrays;
import java.util.OptionalInt;
import org.apache.spark.SparkContext;
import org.apache.spark.ml.Pipeline;

/** Names the epoch that runs in Spark's UI: "autoencoder sandal · epoch 12/50". */
final class DescribedEpochs implements EpochListener {
    private final SparkContext spark;
    private final String model;
    private final int epochs;
    private final EpochListener next;

    private DescribedEpochs(SparkContext spark, String model, int epochs, EpochListener next) {
        this.spark = spark;
        this.model = model;
        this.epochs = epochs;
        this.next = next;
        describe(1);
    }

    /**
     * For a fit that is about to begin; of a detector without epochs it names the fit alone.
     *
     * @param next who hears of the epochs as well
     */
    static EpochListener of(
            SparkContext spark, Detector detector, String model, DetectorOptions options, EpochListener next) {
        OptionalInt epochs = epochs(detector.pipeline(options));
        if (epochs.isPresent()) {
            return new DescribedEpochs(spark, model, epochs.getAsInt(), next);
        }
        spark.setJobDescription(model + " · fitting");
        return next;
    }

    /** Of its autoencoder: a detector may have a network of its own, which the options don't describe. */
    private static OptionalInt epochs(Pipeline pipeline) {
        return Arrays.stream(pipeline.getStages())
                .filter(Autoencoder.class::isInstance)
                .mapToInt(stage -> ((Autoencoder) stage).autoencoderOptions().epochs())
                .findFirst();
    }

    private void describe(int epoch) {
        spark.setJobDescription(model + " · epoch " + epoch + "/" + epochs);
    }

    @Override
    public void epochEnded(int epoch, int all, double loss) {
        next.epochEnded(epoch, all, loss);
        if (epoch < all) {
            describe(epoch + 1);
        } else {
            spark.setJobDescription(model + " · fitting");
        }
    }

    @Override
    public void restarted(Restart restart) {
        next.restarted(restart);
        describe(1);
    }
}
