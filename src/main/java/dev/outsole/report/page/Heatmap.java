package dev.outsole.report.page;

import dev.outsole.image.ClassPair;
import dev.outsole.image.ImageClass;
import dev.outsole.report.page.HeatmapView.CellView;
import dev.outsole.report.page.HeatmapView.ClassView;
import dev.outsole.report.page.HeatmapView.RowView;
import dev.outsole.report.page.HeatmapView.ScaleView;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.DoubleFunction;

/**
 * Lays one figure out as a table of pairs.
 *
 * @param what the figure is, in words
 * @param value of a pair; absent if it has none
 * @param text how the figure stands in a cell
 */
record Heatmap(
        PairMatrix matrix,
        String id,
        String what,
        Scale scale,
        BiFunction<ImageClass, ImageClass, OptionalDouble> value,
        DoubleFunction<String> text) {
    private static final double CHANCE = 0.5;

    /** The AUC of a detector. */
    static HeatmapView auc(PairMatrix matrix, String detector) {
        Scale scale = new Scale("auc", CHANCE, CHANCE, "ranks them the wrong way round", "tells them apart");
        String mean = matrix.seeds().size() == 1 ? "AUC" : "mean AUC over seeds";
        return new Heatmap(
                        matrix,
                        "auc-" + detector,
                        detector + ": " + mean,
                        scale,
                        (normal, abnormal) -> matrix.auc(detector, normal, abnormal),
                        Figures::rate)
                .view();
    }

    /** How much a detector's AUC is above another's. */
    static HeatmapView difference(PairMatrix matrix, String first, String second) {
        BiFunction<ImageClass, ImageClass, OptionalDouble> difference = (normal, abnormal) -> {
            OptionalDouble a = matrix.auc(first, normal, abnormal);
            OptionalDouble b = matrix.auc(second, normal, abnormal);
            return a.isPresent() && b.isPresent()
                    ? OptionalDouble.of(a.getAsDouble() - b.getAsDouble())
                    : OptionalDouble.empty();
        };
        Scale scale = new Scale("difference", 0, reach(matrix, difference), second + " better", first + " better");
        return new Heatmap(
                        matrix,
                        "difference",
                        "difference: AUC of " + first + " less AUC of " + second,
                        scale,
                        difference,
                        Figures::signed)
                .view();
    }

    /** The largest value, rounded up to a tenth. */
    private static double reach(PairMatrix matrix, BiFunction<ImageClass, ImageClass, OptionalDouble> value) {
        double largest = matrix.normals().stream()
                .flatMap(normal -> matrix.abnormals().stream().map(abnormal -> value.apply(normal, abnormal)))
                .flatMapToDouble(OptionalDouble::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
        return Math.max(1, Math.ceil(largest * 10)) / 10;
    }

    private HeatmapView view() {
        double mean = matrix.normals().stream()
                .flatMap(normal -> matrix.abnormals().stream().map(abnormal -> value.apply(normal, abnormal)))
                .flatMapToDouble(OptionalDouble::stream)
                .average()
                .orElse(Double.NaN);
        return new HeatmapView(
                id,
                what,
                text.apply(mean),
                scaleView(),
                matrix.abnormals().stream().map(Heatmap::edge).toList(),
                matrix.normals().stream().map(this::row).toList());
    }

    private ScaleView scaleView() {
        return new ScaleView(
                scale.name(),
                Figures.tick(scale.middle() - scale.reach()),
                Figures.tick(scale.middle()),
                Figures.tick(scale.middle() + scale.reach()),
                scale.lowMeaning(),
                scale.highMeaning());
    }

    private static ClassView edge(ImageClass imageClass) {
        return new ClassView(imageClass.label(), imageClass.name());
    }

    private RowView row(ImageClass normal) {
        return new RowView(
                edge(normal),
                matrix.abnormals().stream()
                        .map(abnormal -> cell(normal, abnormal))
                        .toList());
    }

    private CellView cell(ImageClass normal, ImageClass abnormal) {
        String pair = normal.name() + " normal, " + abnormal.name() + " abnormal: ";
        OptionalDouble found = value.apply(normal, abnormal);
        if (found.isPresent()) {
            String figure = text.apply(found.getAsDouble());
            return new CellView(
                    abnormal.label(),
                    figure,
                    scale.level(found.getAsDouble()),
                    link(new ClassPair(normal, abnormal)),
                    pair + figure);
        }
        return normal.label() == abnormal.label()
                ? new CellView(abnormal.label(), "", 0, "", "the same class")
                : new CellView(abnormal.label(), "failed", 0, "", pair + "no model");
    }

    /** A pair's place in the page; the slugs of a data set's classes are all different, and have no slash. */
    static String link(ClassPair pair) {
        return "#" + pair.normal().slug() + "/" + pair.abnormal().slug();
    }
}
