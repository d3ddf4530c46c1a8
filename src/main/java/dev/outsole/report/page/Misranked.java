package dev.outsole.report.page;

import dev.outsole.image.ClassNames;
import dev.outsole.result.Score;
import dev.outsole.sweep.ModelResult;
import dev.outsole.sweep.PairFigures;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The images that a model gets most wrong: the first that one looks at when a figure surprises. */
public final class Misranked {
    static final int COUNT = 12;

    private Misranked() {}

    /** Indices of the images of this class with the lowest decision values, the lowest first. */
    static List<Integer> mostAbnormal(List<Score> scores, int label) {
        return first(scores, label, Comparator.comparingDouble(Score::decisionValue));
    }

    /** Indices of the images of this class with the highest decision values, the highest first. */
    static List<Integer> mostNormal(List<Score> scores, int label) {
        return first(
                scores, label, Comparator.comparingDouble(Score::decisionValue).reversed());
    }

    private static List<Integer> first(List<Score> scores, int label, Comparator<Score> order) {
        return scores.stream()
                .filter(score -> score.label() == label)
                .sorted(order.thenComparingInt(Score::index))
                .limit(COUNT)
                .map(Score::index)
                .toList();
    }

    /** Indices of all that a report with these models shows. */
    public static SortedSet<Integer> of(ClassNames classes, List<ShownModel> models) {
        SortedSet<Integer> indices = new TreeSet<>();
        for (ShownModel model : models) {
            indices.addAll(mostAbnormal(model.scores(), model.normal().label()));
            for (int abnormal : abnormals(classes, model.result())) {
                indices.addAll(mostNormal(model.scores(), abnormal));
            }
        }
        return indices;
    }

    static List<Integer> abnormals(ClassNames classes, ModelResult result) {
        return result.pairs().stream()
                .map(PairFigures::abnormal)
                .map(name -> classes.named(name).label())
                .toList();
    }
}
