package dev.outsole.spark;

import dev.outsole.metric.RocCounts;
import dev.outsole.result.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import scala.Tuple2;

/**
 * Several groups of scores as one: each score is replaced by its rank in its group, and all ranks of a group lie above those of the groups
 * before. The ROC curve of it all then runs through one group after the other, from the last to the first, and each group's own curve is a
 * stretch of it.
 */
final class StackedGroups {
    private final List<Tuple2<Object, Object>> labelled = new ArrayList<>();
    private final List<ClassCounts> groups = new ArrayList<>();
    private final List<Integer> distinctValues = new ArrayList<>();

    private StackedGroups() {}

    static StackedGroups of(List<List<Score>> groups, int normal) {
        StackedGroups stacked = new StackedGroups();
        int below = 0;
        for (List<Score> group : groups) {
            stacked.groups.add(ClassCounts.of(group, normal));
            double[] distinct = group.stream()
                    .mapToDouble(Score::decisionValue)
                    .sorted()
                    .distinct()
                    .toArray();
            for (Score score : group) {
                double rank = below + Arrays.binarySearch(distinct, score.decisionValue());
                stacked.labelled.add(ClassCounts.labelled(rank, score.label() == normal));
            }
            stacked.distinctValues.add(distinct.length);
            below += distinct.length;
        }
        return stacked;
    }

    /** Ranks with their labels: 1 is normal. */
    List<Tuple2<Object, Object>> labelled() {
        return labelled;
    }

    /** Of each group, from the curve of them all. */
    List<RocCounts> curves(List<Tuple2<Object, Object>> curve) {
        ClassCounts all = new ClassCounts(
                groups.stream().mapToLong(ClassCounts::positives).sum(),
                groups.stream().mapToLong(ClassCounts::negatives).sum());
        List<RocCounts.Point> points = curve.stream().map(all::images).toList();
        List<RocCounts> curves = new ArrayList<>();
        int start = 0;
        for (int i = groups.size() - 1; i >= 0; i--) {
            int end = start + distinctValues.get(i);
            curves.add(stretch(points.subList(start, end + 1)));
            start = end;
        }
        Collections.reverse(curves);
        return curves;
    }

    /** A group's own curve, from its first point, which is the last of the group above. */
    private static RocCounts stretch(List<RocCounts.Point> part) {
        RocCounts.Point above = part.get(0);
        return new RocCounts(part.stream()
                .map(point -> new RocCounts.Point(
                        point.falsePositives() - above.falsePositives(), point.truePositives() - above.truePositives()))
                .toList());
    }
}
