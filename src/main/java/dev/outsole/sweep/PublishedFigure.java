package dev.outsole.sweep;

import java.util.List;

/**
 * What others report for Fashion-MNIST, one class against the rest: learn one class, tell it from all nine others; mean over the ten
 * classes.
 *
 * @param oneVsRest mean AUC
 */
public record PublishedFigure(String method, double oneVsRest, String source, String protocol) {
    private static final String GEOM =
            "Golan and El-Yaniv 2018, Deep anomaly detection using geometric transformations, table 1";
    private static final String HINDSIGHT =
            "one-vs-rest on the test split; nu and gamma of the SVM chosen by the AUC on the test split, in hindsight";

    /** The best first. Where the source names no table, the figure is as others cite it. Ours are not chosen by any result at all. */
    public static final List<PublishedFigure> ALL = List.of(
            new PublishedFigure(
                    "PANDA",
                    0.956,
                    "as reported in Reiss, Cohen, Bergman and Hoshen 2021, PANDA: Adapting pretrained features for anomaly detection"
                            + " and segmentation",
                    "one-vs-rest on the test split; a deep network pretrained on ImageNet, millions of labelled photographs"),
            new PublishedFigure(
                    "ESAD",
                    0.940,
                    "as reported in Huang, Ye, Zhang, Wang and Tian 2020, ESAD: End-to-end deep semi-supervised anomaly detection",
                    "one-vs-rest on the test split; a deep network, from a paper on semi-supervised detection"),
            new PublishedFigure(
                    "ARNet",
                    0.939,
                    "as reported in Ye, Huang, Cao, Li, Zhang and Lu 2020, Attribute restoration framework for anomaly detection",
                    "one-vs-rest on the test split; a deep network, self-supervised"),
            new PublishedFigure(
                    "GEOM",
                    0.935,
                    GEOM,
                    "one-vs-rest on the test split; nothing chosen by it; a deep network, self-supervised"),
            new PublishedFigure("one-class SVM on raw pixels", 0.928, GEOM, HINDSIGHT),
            new PublishedFigure("convolutional autoencoder and one-class SVM", 0.917, GEOM, HINDSIGHT));
}
