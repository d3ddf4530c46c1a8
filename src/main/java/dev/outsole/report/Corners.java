package dev.outsole.report;

import java.util.ArrayList;
import java.util.List;

/** Leaves out the points of an ROC curve that lie on the straight line between their neighbours: it looks the same. */
final class Corners {
    private Corners() {}

    static List<RocCurve.Point> of(List<RocCurve.Point> points) {
        List<RocCurve.Point> corners = new ArrayList<>();
        for (RocCurve.Point point : points) {
            int last = corners.size() - 1;
            if (last >= 1 && straight(corners.get(last - 1), corners.get(last), point)) {
                corners.set(last, point);
            } else {
                corners.add(point);
            }
        }
        return corners;
    }

    /** Whether b can be left out between a and c: the triangle of the three has no area. */
    private static boolean straight(RocCurve.Point a, RocCurve.Point b, RocCurve.Point c) {
        double area = (b.falsePositiveRate() - a.falsePositiveRate()) * (c.truePositiveRate() - a.truePositiveRate())
                - (b.truePositiveRate() - a.truePositiveRate()) * (c.falsePositiveRate() - a.falsePositiveRate());
        return Math.abs(area) < 1e-12;
    }
}
