package dev.outsole.spark;

import dev.outsole.UserError;
import dev.outsole.metric.RocCounts;
import dev.outsole.result.Score;
import java.util.List;
import scala.Tuple2;

/**
 * How many images of each class are ranked together: between the rates of MLlib's ROC curves and images.
 *
 * @param positives images of the normal class; {@code negatives}: all others
 */
record ClassCounts(long positives, long negatives) {
    /** Shared by all rows, which takes a quarter off what is sent to the task that ranks them: Spark wants that small. */
    private static final Double POSITIVE = 1.0;

    private static final Double NEGATIVE = 0.0;

    /** A row as MLlib takes it. */
    static Tuple2<Object, Object> labelled(double value, boolean normal) {
        return new Tuple2<>(value, normal ? POSITIVE : NEGATIVE);
    }

    /** @throws UserError unless there are images of both classes */
    static ClassCounts of(List<Score> scores, int normal) {
        long positives =
                scores.stream().filter(score -> score.label() == normal).count();
        if (positives == 0 || positives == scores.size()) {
            throw new UserError("ROC: " + positives + " normal and " + (scores.size() - positives)
                    + " abnormal test images; it needs at least one of each");
        }
        return new ClassCounts(positives, scores.size() - positives);
    }

    /** The images of a point of the curve, which has their rates. */
    RocCounts.Point images(Tuple2<Object, Object> point) {
        return new RocCounts.Point(
                Math.round((double) point._1() * negatives), Math.round((double) point._2() * positives));
    }
}
