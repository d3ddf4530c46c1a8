package dev.outsole.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.metric.RocCounts;
import dev.outsole.metric.RocCounts.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class RocPointTest {
    private static final List<Score> SCORES = List.of(score(2, 7), score(3, 5), score(2, 5), score(1, 7));

    private static Score score(double value, int label) {
        return new Score(0, label, value, true, List.of());
    }

    /** Normal 3 and 2, abnormal 2 and 1. */
    @Test
    void everyDistinctDecisionValueIsAThreshold() {
        RocCounts curve = new RocCounts(List.of(new Point(0, 0), new Point(0, 1), new Point(1, 2), new Point(2, 2)));

        assertThat(RocPoint.of(curve, SCORES))
                .containsExactly(
                        new RocPoint(Double.POSITIVE_INFINITY, 0, 0),
                        new RocPoint(3, 0, 0.5),
                        new RocPoint(2, 0.5, 1),
                        new RocPoint(1, 1, 1));
    }

    @Test
    void aCurveOfOtherScoresIsRefused() {
        RocCounts other = new RocCounts(List.of(new Point(0, 0), new Point(2, 2)));

        assertThatThrownBy(() -> RocPoint.of(other, SCORES)).hasMessageContaining("2 points");
    }
}
