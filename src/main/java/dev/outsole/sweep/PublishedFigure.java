package dev.outsole.sweep;

import java.util.List;

/**
 * What others report for Fashion-MNIST, one class against the rest: train on one class, tell it from all nine others; mean over the ten
 * classes.
 *
 * @param oneVsRest mean AUC
 */
public record PublishedFigure(String method, double oneVsRest, String source, String protocol) {
    private static final String GEOM =
            "Golan and El-Yaniv 2018, Deep anomaly detection using geometric transformations, table 1";
    private static final String HINDSIGHT =
            "one-vs-rest on the test split; nu and gamma of the SVM chosen by the AUC on the test split, in hindsight";

    /** Those that one-class SVMs are compared with. Ours are not chosen by any result at all. */
    public static final List<PublishedFigure> ALL = List.of(
            new PublishedFigure("one-class SVM on raw pixels", 0.928, GEOM, HINDSIGHT),
            new PublishedFigure("convolutional autoencoder and one-class SVM", 0.917, GEOM, HINDSIGHT),
            new PublishedFigure("GEOM", 0.935, GEOM, "one-vs-rest on the test split; nothing chosen by it"));
}
