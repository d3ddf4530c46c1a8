package dev.outsole.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.outsole.UserError;
import dev.outsole.metric.Metric;
import dev.outsole.metric.MetricValues;
import dev.outsole.metric.RocCounts;
import dev.outsole.result.RocPoint;
import dev.outsole.result.Score;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RankingEvaluatorTest {
    private static final int NORMAL = 5;
    private static final int ABNORMAL = 7;
    private static final Offset<Double> EXACT = within(1e-12);

    /** What follows from the curve of some scores. */
    private record Ranking(MetricValues metrics, List<RocPoint> roc) {}

    private final RankingEvaluator evaluator = new RankingEvaluator(TestSession.spark());

    /**
     * Normal 3 and 2, abnormal 2 and 1: of four pairs three are in order and one is a tie, so AUC = 3.5 / 4. Recall and precision at 3:
     * 1/2 and 1; at 2: 1 and 2/3; so average precision = 1/2 · 1 + 1/2 · 2/3 = 5/6.
     */
    @Test
    void tiesCountHalf() {
        Ranking ranking = evaluate(new double[] {3, 2, 2, 1}, 1, 1, 0, 0);

        assertThat(ranking.metrics().auc()).isCloseTo(0.875, EXACT);
        assertThat(averagePrecision(ranking)).isCloseTo(5.0 / 6, EXACT);
        assertThat(ranking.roc())
                .containsExactly(
                        new RocPoint(Double.POSITIVE_INFINITY, 0, 0),
                        new RocPoint(3, 0, 0.5),
                        new RocPoint(2, 0.5, 1),
                        new RocPoint(1, 1, 1));
    }

    /** The figures and points of scikit-learn's roc_auc_score, average_precision_score and roc_curve(drop_intermediate=False). */
    @Test
    void agreesWithScikitLearnOnTies() {
        double[] scores = {0.9, 0.8, 0.8, 0.7, 0.5, 0.5, 0.5, 0.3, 0.1, 0.1};

        Ranking ranking = evaluate(scores, 1, 1, 0, 1, 1, 0, 0, 0, 1, 0);

        assertThat(ranking.metrics().auc()).isCloseTo(0.68, EXACT);
        assertThat(averagePrecision(ranking)).isCloseTo(0.6976190476190476, EXACT);
        assertThat(ranking.roc().stream().mapToDouble(RocPoint::threshold))
                .containsExactly(Double.POSITIVE_INFINITY, 0.9, 0.8, 0.7, 0.5, 0.3, 0.1);
        assertThat(ranking.roc().stream().mapToDouble(RocPoint::fpr))
                .containsExactly(0.0, 0.0, 0.2, 0.2, 0.6, 0.8, 1.0);
        assertThat(ranking.roc().stream().mapToDouble(RocPoint::tpr))
                .containsExactly(0.0, 0.2, 0.4, 0.6, 0.8, 0.8, 1.0);
    }

    /**
     * Many ties among many scores:
     *
     * <pre>
     * s = [((i * 7919) % 101) / 8 for i in range(200)]; y = [(i * i + 3 * i) % 7 < 3 for i in range(200)]
     * roc_auc_score(y, s), average_precision_score(y, s)
     * </pre>
     */
    @Test
    void agreesWithScikitLearnOnManyScores() {
        double[] scores =
                IntStream.range(0, 200).mapToDouble(i -> i * 7919 % 101 / 8.0).toArray();
        int[] normal = IntStream.range(0, 200)
                .map(i -> (i * i + 3 * i) % 7 < 3 ? 1 : 0)
                .toArray();

        Ranking ranking = evaluate(scores, normal);

        assertThat(ranking.metrics().auc()).isCloseTo(0.5241688136424978, EXACT);
        assertThat(averagePrecision(ranking)).isCloseTo(0.33533108643253223, EXACT);
        assertThat(ranking.roc()).hasSize(102);
    }

    @Test
    void equalScoresAreChance() {
        Ranking ranking = evaluate(new double[] {-1, -1, -1, -1}, 1, 0, 0, 0);

        assertThat(ranking.metrics().auc()).isCloseTo(0.5, EXACT);
        assertThat(averagePrecision(ranking)).isCloseTo(0.25, EXACT);
        assertThat(ranking.roc()).containsExactly(new RocPoint(Double.POSITIVE_INFINITY, 0, 0), new RocPoint(-1, 1, 1));
    }

    @Test
    void higherIsMoreNormal() {
        assertThat(evaluate(new double[] {2, 1}, 1, 0).metrics().auc()).isEqualTo(1);
        assertThat(evaluate(new double[] {2, 1}, 0, 1).metrics().auc()).isZero();
    }

    /** Groups of different sizes, with many ties and with none, that share scores: to the bit as each alone. */
    @Test
    void groupsThatAreRankedTogetherGetTheSameFiguresAsAlone() {
        Random random = new Random(4);
        List<List<Score>> groups = IntStream.of(2, 500, 31, 1000)
                .mapToObj(size -> IntStream.range(0, size)
                        .mapToObj(i -> score(i, i % 3 == 0, size < 100 ? random.nextInt(5) - 2 : random.nextGaussian()))
                        .toList())
                .toList();

        List<RocCounts> together = evaluator.curves(groups, NORMAL);

        assertThat(together).hasSize(4);
        for (int i = 0; i < groups.size(); i++) {
            assertThat(together.get(i))
                    .isEqualTo(evaluator.curves(List.of(groups.get(i)), NORMAL).get(0));
        }
    }

    private static double averagePrecision(Ranking ranking) {
        return ranking.metrics().get(Metric.AVERAGE_PRECISION).orElseThrow();
    }

    private static Score score(int index, boolean normal, double value) {
        return new Score(index, normal ? NORMAL : ABNORMAL, value, value > 0, List.of());
    }

    @Test
    void bothClassesAreNeeded() {
        assertThatThrownBy(() -> evaluate(new double[] {1, 2}, 1, 1))
                .isInstanceOf(UserError.class)
                .hasMessage("ROC: 2 normal and 0 abnormal test images; it needs at least one of each");
        assertThatThrownBy(() -> evaluate(new double[] {1}, 0)).isInstanceOf(UserError.class);
        assertThatThrownBy(() -> evaluate(new double[0])).isInstanceOf(UserError.class);
    }

    private Ranking evaluate(double[] decisionValues, int... normal) {
        List<Score> scores = IntStream.range(0, decisionValues.length)
                .mapToObj(i -> score(i, normal[i] == 1, decisionValues[i]))
                .toList();
        RocCounts curve = evaluator.curves(List.of(scores), NORMAL).get(0);
        return new Ranking(MetricValues.of(curve), RocPoint.of(curve, scores));
    }
}
