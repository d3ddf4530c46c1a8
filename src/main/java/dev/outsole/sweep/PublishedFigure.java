package dev.outsole.sweep;

import dev.outsole.image.FashionMnist;
import java.util.List;
import java.util.Map;

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

    /** Ordered pairs of ten classes: with all of them, every class is tried against all others. */
    private static final int ALL_PAIRS = 90;

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

    /**
     * Whether they can stand beside the results of a sweep: it must be of the same images, and of every class against all others.
     *
     * @param dataSha256 of the source files' unpacked content
     * @param pairs ordered pairs of classes that the sweep has
     */
    static boolean areOf(Map<String, String> dataSha256, int pairs) {
        return pairs == ALL_PAIRS && dataSha256.entrySet().containsAll(FashionMnist.SHA256.entrySet());
    }
}
