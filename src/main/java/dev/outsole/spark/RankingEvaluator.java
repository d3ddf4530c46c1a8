package dev.outsole.spark;

import dev.outsole.UserError;
import dev.outsole.metric.RocCounts;
import dev.outsole.result.Score;
import dev.outsole.work.Attempt;
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
     * Ranks scores by decision value; images of class {@code normal} are the positives. MLlib's jobs take about as long for many scores as for
     * few, so all groups are ranked in one go: see {@link StackedGroups}.
     *
     * @return a curve for each group
     * @throws UserError unless each group has images of both classes
     */
    public List<RocCounts> curves(List<List<Score>> groups, int normal) {
        StackedGroups stacked = StackedGroups.of(groups, normal);
        BinaryClassificationMetrics metrics = new BinaryClassificationMetrics(
                spark.parallelize(stacked.labelled(), 1).rdd(), EXACT);
        return Attempt.of(() -> stacked.curves(curve(metrics)))
                .andFinally(metrics::unpersist)
                .orThrow();
    }

    /** False and true positive rates: (0, 0), and a point for each distinct decision value from the highest on. MLlib adds (1, 1) once more. */
    @SuppressWarnings("unchecked") // RDD.collect gives an array that Java can't name
    private static List<Tuple2<Object, Object>> curve(BinaryClassificationMetrics metrics) {
        List<Tuple2<Object, Object>> points =
                Arrays.asList((Tuple2<Object, Object>[]) metrics.roc().collect());
        return points.subList(0, points.size() - 1);
    }
}
