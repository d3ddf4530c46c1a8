package dev.outsole.spark;

import dev.outsole.result.Ranking;
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
    private final List<Ranked> groups = new ArrayList<>();
    private final List<Integer> distinctValues = new ArrayList<>();

    private StackedGroups() {}

    static StackedGroups of(List<List<Score>> groups, int normal) {
        StackedGroups stacked = new StackedGroups();
        int below = 0;
        for (List<Score> group : groups) {
            stacked.groups.add(Ranked.of(group, normal));
            double[] distinct = group.stream()
                    .mapToDouble(Score::decisionValue)
                    .sorted()
                    .distinct()
                    .toArray();
            for (Score score : group) {
                double rank = below + Arrays.binarySearch(distinct, score.decisionValue());
                stacked.labelled.add(Ranked.labelled(rank, score.label() == normal));
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
    List<Ranking> rankings(List<Tuple2<Object, Object>> curve) {
        Ranked all = new Ranked(
                groups.stream().mapToLong(Ranked::positives).sum(),
                groups.stream().mapToLong(Ranked::negatives).sum());
        List<Ranking> rankings = new ArrayList<>();
        int start = 0;
        for (int i = groups.size() - 1; i >= 0; i--) {
            int end = start + distinctValues.get(i);
            rankings.add(groups.get(i).ranking(stretch(curve.subList(start, end + 1), all, groups.get(i)), List.of()));
            start = end;
        }
        Collections.reverse(rankings);
        return rankings;
    }

    /** A group's own curve, from its first point, which is the last of the group above. */
    private static List<Tuple2<Object, Object>> stretch(List<Tuple2<Object, Object>> part, Ranked all, Ranked group) {
        double falsePositives = all.falsePositives(part.get(0));
        double truePositives = all.truePositives(part.get(0));
        List<Tuple2<Object, Object>> own = new ArrayList<>();
        part.forEach(point -> own.add(
                group.point(all.falsePositives(point) - falsePositives, all.truePositives(point) - truePositives)));
        own.add(new Tuple2<>(1.0, 1.0));
        return own;
    }
}
