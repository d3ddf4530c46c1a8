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
import org.apache.spark.mllib.evaluation.BinaryClassificationMetrics;
import org.apache.spark.sql.SparkSession;
import scala.Tuple2;

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
                metrics -> new Ranking(metrics.areaUnderROC(), averagePrecision(metrics), roc(metrics)));
    }

    /** The same without the curve, which takes fewer jobs. */
    public Ranking evaluateWithoutCurve(List<Score> scores, int normal) {
        return withMetrics(
                scores, normal, metrics -> new Ranking(metrics.areaUnderROC(), averagePrecision(metrics), List.of()));
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

    private static List<RocPoint> roc(BinaryClassificationMetrics metrics) {
        double[] thresholds = (double[]) metrics.thresholds().collect();
        Tuple2<Object, Object>[] points = points(metrics.roc().collect());
        List<RocPoint> roc = new ArrayList<>(thresholds.length + 1);
        roc.add(new RocPoint(Double.POSITIVE_INFINITY, 0, 0));
        for (int i = 0; i < thresholds.length; i++) {
            Tuple2<Object, Object> point =
                    points[i + 1]; // MLlib puts (0, 0) before the thresholds' points and (1, 1) behind
            roc.add(new RocPoint(thresholds[i], (double) point._1(), (double) point._2()));
        }
        return roc;
    }

    /** MLlib's areaUnderPR interpolates between the points, which is too optimistic; this is scikit-learn's sum of steps. */
    private static double averagePrecision(BinaryClassificationMetrics metrics) {
        double sum = 0;
        double lastRecall = 0;
        Tuple2<Object, Object>[] curve = points(metrics.pr().collect());
        for (Tuple2<Object, Object> point : Arrays.asList(curve).subList(1, curve.length)) { // MLlib puts (0, p) first
            double recall = (double) point._1();
            sum += (recall - lastRecall) * (double) point._2();
            lastRecall = recall;
        }
        return sum;
    }

    @SuppressWarnings("unchecked") // RDD.collect gives an array that Java can't name
    private static Tuple2<Object, Object>[] points(Object collected) {
        return (Tuple2<Object, Object>[]) collected;
    }
}
