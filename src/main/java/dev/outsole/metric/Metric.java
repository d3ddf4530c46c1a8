package dev.outsole.metric;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What a ranking of normal and abnormal images is judged by, whatever the threshold. A metric is one entry here, with the method that computes
 * it: tables, JSON, the page and the history go by this list. All lie in [0, 1].
 *
 * <p>Positive class = normal, as in the ROC curve. An alarm is an image taken for abnormal: a false one if the image is normal; an abnormal
 * image that raises one is caught.
 */
public enum Metric {
    /** Area under the ROC curve; ties count half, 0.5 is chance. */
    AUC("auc", "AUC", Better.HIGHER, Metric::areaUnderCurve),

    /** Σ (Rᵢ − Rᵢ₋₁) Pᵢ over the distinct decision values, as scikit-learn defines it. */
    AVERAGE_PRECISION("average_precision", "Average precision", Better.HIGHER, Metric::averagePrecision),

    /** Share of the abnormal images caught, at the highest threshold that raises a false alarm for at most 5 % of the normal images. */
    CAUGHT_AT_5_PERCENT(
            "caught_at_5_percent_false_alarms", "Caught at 5 % false alarms", Better.HIGHER, roc -> caught(roc, 0.05)),

    /** The same for at most 1 %: the true positive rate of a detector whose positives are alarms. */
    CAUGHT_AT_1_PERCENT(
            "caught_at_1_percent_false_alarms", "Caught at 1 % false alarms", Better.HIGHER, roc -> caught(roc, 0.01)),

    /**
     * Area below the curve of the share caught over the false alarm rate, from 0 to 5 %, as McClish (1989) scales it: 0.5 is chance, and 1 all that
     * there is. scikit-learn has it as {@code roc_auc_score(abnormal, -score, max_fpr=0.05)}.
     */
    PARTIAL_AUC_BELOW_5_PERCENT(
            "partial_auc_below_5_percent_false_alarms",
            "Partial AUC below 5 % false alarms",
            Better.HIGHER,
            roc -> partialArea(roc, 0.05)),

    /** The best that a threshold gives of 2 TP / (2 TP + FP + FN); normal images are the positives, as for the average precision. */
    BEST_F1("best_f1", "Best F1", Better.HIGHER, Metric::bestF1),

    /** Where as large a share of the normal images raises an alarm as of the abnormal ones is missed; between two thresholds by a straight line. */
    EQUAL_ERROR_RATE("equal_error_rate", "Equal error rate", Better.LOWER, Metric::equalErrorRate);

    private enum Better {
        HIGHER,
        LOWER
    }

    private final String key;
    private final String heading;
    private final Better better;

    @SuppressWarnings("ImmutableEnumChecker") // a method of this class, which has no state
    private final ToDoubleFunction<RocCounts> computation;

    Metric(String key, String heading, Better better, ToDoubleFunction<RocCounts> computation) {
        this.key = key;
        this.heading = heading;
        this.better = better;
        this.computation = computation;
    }

    /** The name of its column in tables, in snake case. */
    public String key() {
        return key;
    }

    /** Its name in JSON, where no underscore stands before a digit. */
    public String jsonName() {
        return key.replaceAll("_(\\d)", "$1");
    }

    /** The one of this name in JSON, if there is one. */
    static Optional<Metric> ofJsonName(String name) {
        return Arrays.stream(values())
                .filter(metric -> metric.jsonName().equals(name))
                .findFirst();
    }

    /** What stands above it; says so if lower is better. */
    public String heading() {
        return better == Better.HIGHER ? heading : heading + " (lower is better)";
    }

    /** A value as people read it, such as {@code 0.9073}. */
    public String shown(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    /** In [0, 1]. */
    public double of(RocCounts roc) {
        return computation.applyAsDouble(roc);
    }

    /** The sum of trapezoids, in the order that Spark's AreaUnderCurve takes them in, so that the bits are the same. */
    private static double areaUnderCurve(RocCounts roc) {
        List<RocCounts.Point> points = roc.points();
        double area = 0;
        for (int i = 1; i < points.size(); i++) {
            double width = roc.falsePositiveRate(points.get(i)) - roc.falsePositiveRate(points.get(i - 1));
            area += width * (roc.truePositiveRate(points.get(i)) + roc.truePositiveRate(points.get(i - 1))) / 2;
        }
        return area;
    }

    /** MLlib's areaUnderPR interpolates between the points, which is too optimistic. */
    private static double averagePrecision(RocCounts roc) {
        List<RocCounts.Point> points = roc.points();
        double sum = 0;
        for (int i = 1; i < points.size(); i++) {
            double kept = points.get(i).truePositives();
            double recall = roc.truePositiveRate(points.get(i)) - roc.truePositiveRate(points.get(i - 1));
            sum += recall * kept / (kept + points.get(i).falsePositives());
        }
        return sum;
    }

    /** An image raises an alarm below the threshold; the thresholds are the normal images' own values, without interpolation. */
    private static double caught(RocCounts roc, double falseAlarmRate) {
        long allowed = (long) Math.floor(falseAlarmRate * roc.normals());
        return roc.points().stream()
                .filter(point -> point.truePositives() >= roc.normals() - allowed)
                .mapToDouble(roc::caught)
                .findFirst()
                .orElseThrow();
    }

    /** The plain area a of the strip of width w lies between w² / 2, which is chance, and w: so ½ + ½ (a − w² / 2) / (w − w² / 2). */
    private static double partialArea(RocCounts roc, double width) {
        List<RocCounts.Point> points = roc.points();
        double area = 0;
        for (int i = points.size() - 1; i > 0; i--) {
            double from = roc.falseAlarmRate(points.get(i));
            double to = roc.falseAlarmRate(points.get(i - 1));
            if (from < to && from < width) {
                double low = roc.caught(points.get(i));
                double high = roc.caught(points.get(i - 1));
                double end = Math.min(to, width);
                double atEnd = low + (high - low) * (end - from) / (to - from);
                area += (end - from) * (low + atEnd) / 2;
            }
        }
        double chance = width * width / 2;
        return (1 + (area - chance) / (width - chance)) / 2;
    }

    private static double bestF1(RocCounts roc) {
        return roc.points().stream()
                .mapToDouble(point ->
                        2.0 * point.truePositives() / (point.truePositives() + point.falsePositives() + roc.normals()))
                .max()
                .orElseThrow();
    }

    /** Going down, misses begin below the false alarms and end above. Where they cross on a line, both change evenly. */
    private static double equalErrorRate(RocCounts roc) {
        List<RocCounts.Point> points = roc.points();
        int i = 1;
        while (excess(roc, points.get(i)) < 0) {
            i++;
        }
        double before = excess(roc, points.get(i - 1));
        double share = before / (before - excess(roc, points.get(i)));
        double missed = roc.falsePositiveRate(points.get(i - 1));
        return missed + share * (roc.falsePositiveRate(points.get(i)) - missed);
    }

    /** Share of the abnormal images missed, less that of the normal ones that raise an alarm. */
    private static double excess(RocCounts roc, RocCounts.Point point) {
        return roc.falsePositiveRate(point) - roc.falseAlarmRate(point);
    }
}
