package dev.outsole.result;

import dev.outsole.metric.RocCounts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One point of a ROC curve, positive class = normal.
 *
 * @param threshold images with at least this decision value are taken for normal; infinite at the curve's start
 * @param fpr false positive rate: share of the abnormal images taken for normal
 * @param tpr true positive rate: share of the normal images taken for normal
 */
public record RocPoint(double threshold, double fpr, double tpr) {

    /** The points of a curve from (0, 0) to (1, 1), with their thresholds: the distinct decision values of the scores that it is of. */
    public static List<RocPoint> of(RocCounts curve, List<Score> scores) {
        List<Double> thresholds = new ArrayList<>(scores.stream()
                .map(Score::decisionValue)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList());
        thresholds.add(0, Double.POSITIVE_INFINITY);
        if (thresholds.size() != curve.points().size()) {
            throw new IllegalArgumentException(
                    "the curve has " + curve.points().size() + " points, not one for each of " + thresholds.size());
        }
        List<RocPoint> points = new ArrayList<>();
        for (int i = 0; i < thresholds.size(); i++) {
            RocCounts.Point point = curve.points().get(i);
            points.add(new RocPoint(thresholds.get(i), curve.falsePositiveRate(point), curve.truePositiveRate(point)));
        }
        return points;
    }
}
