package dev.outsole.spark;

import dev.outsole.UserError;
import dev.outsole.result.Ranking;
import dev.outsole.result.RocPoint;
import dev.outsole.result.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.mllib.evaluation.AreaUnderCurve;
import org.apache.spark.mllib.evaluation.BinaryClassificationMetrics;
import org.apache.spark.sql.SparkSession;
import scala.Tuple2;
import scala.collection.JavaConverters;

/** ROC, AUC and average precision with MLlib, exactly: every distinct decision value is a threshold. */
public final class RankingEvaluator {
    private static final int EXACT = 0;

    private final JavaSparkContext spark;

    public RankingEvaluator(SparkSession spark) {
        this.spark = JavaSparkContext.fromSparkContext(spark.sparkContext());
    }

    /**
     * Ranks scores by decision value; images of class {@code normal} are the positives.
     *
     * @throws UserError unless there are images of both classes
     */
    public Ranking evaluate(List<Score> scores, int normal) {
        return withMetrics(
                scores,
                normal,
                metrics -> ranking(
                        scores, normal, metrics, (double[]) metrics.thresholds().collect()));
    }

    /** The same without the curve, which takes one job less. */
    public Ranking evaluateWithoutCurve(List<Score> scores, int normal) {
        return withMetrics(scores, normal, metrics -> ranking(scores, normal, metrics, new double[0]));
    }

    private Ranking withMetrics(
            List<Score> scores, int normal, Function<BinaryClassificationMetrics, Ranking> evaluation) {
        BinaryClassificationMetrics metrics = new BinaryClassificationMetrics(
                spark.parallelize(labelled(scores, normal), 1).rdd(), EXACT);
        try {
            return evaluation.apply(metrics);
        } finally {
            metrics.unpersist();
        }
    }

    private static List<Tuple2<Object, Object>> labelled(List<Score> scores, int normal) {
        long positives =
                scores.stream().filter(score -> score.label() == normal).count();
        if (positives == 0 || positives == scores.size()) {
            throw new UserError("ROC: " + positives + " normal and " + (scores.size() - positives)
                    + " abnormal test images; it needs at least one of each");
        }
        List<Tuple2<Object, Object>> labelled = new ArrayList<>(scores.size());
        scores.forEach(score -> labelled.add(new Tuple2<>(score.decisionValue(), score.label() == normal ? 1.0 : 0.0)));
        return labelled;
    }

    /** MLlib would run jobs of its own for the area and for precision and recall, which are all in the curve once it is here. */
    private static Ranking ranking(
            List<Score> scores, int normal, BinaryClassificationMetrics metrics, double[] thresholds) {
        List<Tuple2<Object, Object>> curve = curve(metrics);
        long positives =
                scores.stream().filter(score -> score.label() == normal).count();
        return new Ranking(
                AreaUnderCurve.of(JavaConverters.collectionAsScalaIterable(curve)),
                averagePrecision(curve, positives, scores.size() - positives),
                roc(curve, thresholds));
    }

    /** False and true positive rates: (0, 0), a point for each distinct decision value from the highest on, and (1, 1) once more. */
    @SuppressWarnings("unchecked") // RDD.collect gives an array that Java can't name
    private static List<Tuple2<Object, Object>> curve(BinaryClassificationMetrics metrics) {
        return Arrays.asList((Tuple2<Object, Object>[]) metrics.roc().collect());
    }

    private static List<RocPoint> roc(List<Tuple2<Object, Object>> curve, double[] thresholds) {
        List<RocPoint> roc = new ArrayList<>(thresholds.length + 1);
        for (int i = 0; i < thresholds.length; i++) {
            Tuple2<Object, Object> point = curve.get(i + 1);
            roc.add(new RocPoint(thresholds[i], (double) point._1(), (double) point._2()));
        }
        if (!roc.isEmpty()) {
            roc.add(0, new RocPoint(Double.POSITIVE_INFINITY, 0, 0));
        }
        return roc;
    }

    /** scikit-learn's sum of steps. MLlib's areaUnderPR interpolates between the points, which is too optimistic. */
    private static double averagePrecision(List<Tuple2<Object, Object>> curve, long positives, long negatives) {
        double sum = 0;
        double lastRecall = 0;
        for (Tuple2<Object, Object> point : curve.subList(1, curve.size() - 1)) {
            double recall = (double) point._2();
            double found = Math.rint(recall * positives);
            double precision = found / (found + Math.rint((double) point._1() * negatives));
            sum += (recall - lastRecall) * precision;
            lastRecall = recall;
        }
        return sum;
    }
}
