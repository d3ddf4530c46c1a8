package dev.outsole.spark;

import dev.outsole.UserError;
import dev.outsole.metric.MetricValues;
import dev.outsole.metric.RocCounts;
import dev.outsole.result.Ranking;
import dev.outsole.result.RocPoint;
import dev.outsole.result.Score;
import dev.outsole.work.Attempt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.mllib.evaluation.BinaryClassificationMetrics;
import org.apache.spark.sql.SparkSession;
import scala.Tuple2;

/**
 * ROC curves with MLlib, exactly: every distinct decision value is a threshold. MLlib would run jobs of its own for the area and for precision
 * and recall; all metrics follow from the curve once it is here.
 */
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
        ClassCounts counts = ClassCounts.of(scores, normal);
        List<Tuple2<Object, Object>> labelled = new ArrayList<>(scores.size());
        scores.forEach(score -> labelled.add(ClassCounts.labelled(score.decisionValue(), score.label() == normal)));
        BinaryClassificationMetrics metrics = metrics(labelled);
        return Attempt.of(() -> {
                    List<Tuple2<Object, Object>> curve = curve(metrics);
                    RocCounts images =
                            new RocCounts(curve.stream().map(counts::images).toList());
                    return new Ranking(MetricValues.of(images), roc(curve, (double[])
                            metrics.thresholds().collect()));
                })
                .andFinally(metrics::unpersist)
                .orThrow();
    }

    /**
     * The same for several groups of scores at once, without their curves. MLlib's jobs take about as long for many scores as for few, so all
     * groups are ranked in one go: see {@link StackedGroups}.
     *
     * @throws UserError unless each group has images of both classes
     */
    public List<MetricValues> evaluateAll(List<List<Score>> groups, int normal) {
        StackedGroups stacked = StackedGroups.of(groups, normal);
        BinaryClassificationMetrics metrics = metrics(stacked.labelled());
        return Attempt.of(() -> stacked.curves(curve(metrics)).stream()
                        .map(MetricValues::of)
                        .toList())
                .andFinally(metrics::unpersist)
                .orThrow();
    }

    private BinaryClassificationMetrics metrics(List<Tuple2<Object, Object>> labelled) {
        return new BinaryClassificationMetrics(spark.parallelize(labelled, 1).rdd(), EXACT);
    }

    /** False and true positive rates: (0, 0), and a point for each distinct decision value from the highest on. MLlib adds (1, 1) once more. */
    @SuppressWarnings("unchecked") // RDD.collect gives an array that Java can't name
    private static List<Tuple2<Object, Object>> curve(BinaryClassificationMetrics metrics) {
        List<Tuple2<Object, Object>> points =
                Arrays.asList((Tuple2<Object, Object>[]) metrics.roc().collect());
        return points.subList(0, points.size() - 1);
    }

    private static List<RocPoint> roc(List<Tuple2<Object, Object>> curve, double[] thresholds) {
        List<RocPoint> roc = new ArrayList<>(thresholds.length + 1);
        roc.add(new RocPoint(Double.POSITIVE_INFINITY, 0, 0));
        for (int i = 0; i < thresholds.length; i++) {
            Tuple2<Object, Object> point = curve.get(i + 1);
            roc.add(new RocPoint(thresholds[i], (double) point._1(), (double) point._2()));
        }
        return roc;
    }
}
