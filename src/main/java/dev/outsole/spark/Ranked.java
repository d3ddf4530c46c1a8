package dev.outsole.spark;

import dev.outsole.UserError;
import dev.outsole.result.Ranking;
import dev.outsole.result.RocPoint;
import dev.outsole.result.Score;
import java.util.List;
import org.apache.spark.mllib.evaluation.AreaUnderCurve;
import scala.Tuple2;
import scala.collection.JavaConverters;

/**
 * What a ROC curve of some scores says. MLlib would run jobs of its own for the area and for precision and recall, which are all in the
 * curve once it is here.
 *
 * @param positives images of the normal class; {@code negatives}: all others
 */
record Ranked(long positives, long negatives) {
    /** Shared by all rows, which takes a quarter off what is sent to the task that ranks them: Spark wants that small. */
    private static final Double POSITIVE = 1.0;

    private static final Double NEGATIVE = 0.0;

    /** A row as MLlib takes it. */
    static Tuple2<Object, Object> labelled(double value, boolean normal) {
        return new Tuple2<>(value, normal ? POSITIVE : NEGATIVE);
    }

    /** @throws UserError unless there are images of both classes */
    static Ranked of(List<Score> scores, int normal) {
        long positives =
                scores.stream().filter(score -> score.label() == normal).count();
        if (positives == 0 || positives == scores.size()) {
            throw new UserError("ROC: " + positives + " normal and " + (scores.size() - positives)
                    + " abnormal test images; it needs at least one of each");
        }
        return new Ranked(positives, scores.size() - positives);
    }

    /** @param curve false and true positive rates: (0, 0), a point for each distinct decision value from the highest on, (1, 1) once more */
    Ranking ranking(List<Tuple2<Object, Object>> curve, List<RocPoint> roc) {
        return new Ranking(
                AreaUnderCurve.of(JavaConverters.collectionAsScalaIterable(curve)), averagePrecision(curve), roc);
    }

    /** scikit-learn's sum of steps. MLlib's areaUnderPR interpolates between the points, which is too optimistic. */
    private double averagePrecision(List<Tuple2<Object, Object>> curve) {
        double sum = 0;
        double lastRecall = 0;
        for (Tuple2<Object, Object> point : curve.subList(1, curve.size() - 1)) {
            double recall = (double) point._2();
            double found = truePositives(point);
            sum += (recall - lastRecall) * found / (found + falsePositives(point));
            lastRecall = recall;
        }
        return sum;
    }

    double falsePositives(Tuple2<Object, Object> point) {
        return Math.rint((double) point._1() * negatives);
    }

    double truePositives(Tuple2<Object, Object> point) {
        return Math.rint((double) point._2() * positives);
    }

    /** The point of a curve at these counts. */
    Tuple2<Object, Object> point(double falsePositives, double truePositives) {
        return new Tuple2<>(falsePositives / negatives, truePositives / positives);
    }
}
