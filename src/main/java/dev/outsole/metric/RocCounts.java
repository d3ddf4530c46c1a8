package dev.outsole.metric;

import java.util.List;

/**
 * A ROC curve in images instead of rates; positive class = normal. Every distinct decision value is a threshold: images with at least that
 * value are taken for normal.
 *
 * @param points from (0, 0) by thresholds that fall to all images; neither count ever falls, and from point to point one of them grows
 */
public record RocCounts(List<Point> points) {

    /**
     * What is taken for normal at one threshold.
     *
     * @param falsePositives abnormal images among them: missed
     * @param truePositives normal images among them: kept
     */
    public record Point(long falsePositives, long truePositives) {
        private boolean comesBefore(Point next) {
            return falsePositives <= next.falsePositives
                    && truePositives <= next.truePositives
                    && (falsePositives < next.falsePositives || truePositives < next.truePositives);
        }
    }

    public RocCounts {
        points = List.copyOf(points);
        if (points.isEmpty() || !points.get(0).equals(new Point(0, 0))) {
            throw new IllegalArgumentException("a ROC curve begins at (0, 0), not with " + first(points));
        }
        for (int i = 1; i < points.size(); i++) {
            if (!points.get(i - 1).comesBefore(points.get(i))) {
                throw new IllegalArgumentException(
                        "a ROC curve rises, but " + points.get(i) + " comes after " + points.get(i - 1));
            }
        }
        Point all = points.get(points.size() - 1);
        if (all.falsePositives == 0 || all.truePositives == 0) {
            throw new IllegalArgumentException("a ROC curve needs images of both classes, and ends at " + all);
        }
    }

    private static String first(List<Point> points) {
        return points.isEmpty() ? "nothing" : points.get(0).toString();
    }

    /** Normal images in all. */
    public long normals() {
        return last().truePositives;
    }

    /** Abnormal images in all. */
    public long abnormals() {
        return last().falsePositives;
    }

    private Point last() {
        return points.get(points.size() - 1);
    }

    /** False positive rate: share of the abnormal images taken for normal. */
    public double falsePositiveRate(Point point) {
        return point.falsePositives / (double) abnormals();
    }

    /** True positive rate: share of the normal images taken for normal. */
    public double truePositiveRate(Point point) {
        return point.truePositives / (double) normals();
    }

    /** Share of the normal images that raise an alarm. */
    double falseAlarmRate(Point point) {
        return (normals() - point.truePositives) / (double) normals();
    }

    /** Share of the abnormal images that raise an alarm. */
    double caught(Point point) {
        return (abnormals() - point.falsePositives) / (double) abnormals();
    }
}
