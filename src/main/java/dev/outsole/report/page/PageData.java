package dev.outsole.report.page;

import java.util.List;
import java.util.Map;

/**
 * What the page's script draws pairs from, as JSON in the page. Arrays are little-endian, in Base64.
 *
 * @param classes names, in the order of their labels
 * @param order labels, similar classes side by side
 * @param indices of all test images in their split, rising, uint32
 * @param labels of the same images, uint16
 * @param models by detector and label of the normal class, {@code pixels/5}
 * @param pairs by place in the page, without the {@code #}
 * @param trend of a nightly report; empty if there is none
 * @param only the place of the one pair that stands open in the page; empty if there are more
 */
record PageData(
        List<String> classes,
        List<Integer> order,
        List<String> detectors,
        String indices,
        String labels,
        ImagesData images,
        Map<String, ModelData> models,
        Map<String, PairData> pairs,
        List<TrendData> trend,
        String only) {

    /**
     * Test images in one PNG, line by line.
     *
     * @param indices of the images in the test split, in the picture's order
     * @param columns images in a line
     */
    record ImagesData(int width, int height, int columns, List<Integer> indices, String png) {}

    /**
     * One model.
     *
     * @param decision values of all test images, float32
     * @param embedding absent without one in the plane
     * @param grid absent without an SVM in the plane
     * @param loss by epoch; empty without a network, {@code validationLoss} without held-out images
     * @param mostAbnormal indices of images of the normal class
     * @param mostNormal indices of images by label of the abnormal class
     */
    record ModelData(
            String decision,
            List<PlaneData> embedding,
            List<PlaneData> grid,
            List<Double> loss,
            List<Double> validationLoss,
            List<Integer> mostAbnormal,
            Map<Integer, List<Integer>> mostNormal) {}

    /** Values over a rectangle: of the embedding pairs of coordinates, uint16 of its width and height; of the grid int16 of {@code unit}. */
    record PlaneData(float left, float right, float bottom, float top, int size, double unit, String values) {}

    /**
     * The nights up to the report's own, one value each.
     *
     * @param status in lower case
     * @param detectors lines by detector, of the mean over pairs
     * @param pairs lines by place in the page, and by detector
     */
    record TrendData(
            List<String> dates,
            List<String> status,
            List<Double> seconds,
            List<Integer> collapsed,
            List<Integer> failed,
            Map<String, LineData> detectors,
            Map<String, Map<String, LineData>> pairs) {}

    /**
     * A line over some of the nights.
     *
     * @param nights their places, from 0
     * @param values AUCs
     * @param bands lowest and highest value that the gate lets pass, for each night; empty where it has too little history, or for all
     */
    record LineData(List<Integer> nights, List<Double> values, List<List<Double>> bands) {}

    /** One pair: labels of its classes, and figures. */
    record PairData(int normal, int abnormal, List<FiguresData> figures) {}

    /**
     * One detector's figures of a pair, as text.
     *
     * @param metrics all but the AUC, in the order of {@link PageView#metrics}
     * @param against how it compares with the reference; empty of the reference itself
     */
    record FiguresData(
            String detector,
            String auc,
            String interval,
            List<String> metrics,
            String normalKept,
            String abnormalCaught,
            String mean,
            String against) {}
}
