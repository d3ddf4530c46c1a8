package dev.outsole.detector;

import dev.outsole.autoencoder.AutoencoderOptions;
import dev.outsole.image.ImageShape;
import dev.outsole.neighbour.ImageNeighbourOptions;
import dev.outsole.spark.EpochListener;
import dev.outsole.svm.SvmOptions;

/**
 * What pipelines are made with.
 *
 * @param shape of every image
 * @param svm settings of the one-class SVM; its seed is the run's
 * @param neighbours settings of the detector {@code neighbours}
 * @param autoencoder settings of the network; its seed is the run's
 * @param listener hears of a network's epochs
 */
public record DetectorOptions(
        ImageShape shape,
        SvmOptions svm,
        ImageNeighbourOptions neighbours,
        AutoencoderOptions autoencoder,
        EpochListener listener) {

    /** All settings as they are in {@code conf/outsole.conf}: for programs and tests. */
    public static DetectorOptions of(ImageShape shape) {
        return new DetectorOptions(
                shape,
                SvmOptions.DEFAULT,
                ImageNeighbourOptions.DEFAULT,
                AutoencoderOptions.DEFAULT,
                EpochListener.SILENT);
    }

    public DetectorOptions withListener(EpochListener other) {
        return new DetectorOptions(shape, svm, neighbours, autoencoder, other);
    }
}
