package dev.outsole.report;

import java.util.ArrayList;
import java.util.List;

/**
 * The receiver operating characteristic of one detector, positive class normal.
 *
 * @param detector its name in the legend
 * @param areaUnderCurve in [0, 1]
 * @param points from (0, 0) to (1, 1)
 */
public record RocCurve(String detector, double areaUnderCurve, List<Point> points) {

    public RocCurve {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException(
                    "ROC of " + detector + " has no points: give at least (0, 0) and (1, 1)");
        }
    }

    /** The same from the two rates, point by point. */
    public static RocCurve of(
            String detector, double areaUnderCurve, double[] falsePositiveRate, double[] truePositiveRate) {
        if (falsePositiveRate.length != truePositiveRate.length) {
            throw new IllegalArgumentException("ROC of " + detector + ": " + falsePositiveRate.length
                    + " false positive rates, but " + truePositiveRate.length + " true positive rates");
        }
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < falsePositiveRate.length; i++) {
            points.add(new Point(falsePositiveRate[i], truePositiveRate[i]));
        }
        return new RocCurve(detector, areaUnderCurve, points);
    }

    /** One threshold's rates, each in [0, 1]. */
    public record Point(double falsePositiveRate, double truePositiveRate) {
        public Point {
            if (!(isRate(falsePositiveRate) && isRate(truePositiveRate))) {
                throw new IllegalArgumentException(
                        "rates " + falsePositiveRate + ", " + truePositiveRate + ": both must be from 0 to 1");
            }
        }

        private static boolean isRate(double value) {
            return value >= 0 && value <= 1;
        }
    }
}
