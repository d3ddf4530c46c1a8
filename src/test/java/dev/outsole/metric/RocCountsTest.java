package dev.outsole.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.metric.RocCounts.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class RocCountsTest {

    /** Five of ten normal images and one of four abnormal ones are taken for normal. */
    @Test
    void ratesAreSharesOfTheirClass() {
        Point point = new Point(1, 5);
        RocCounts roc = new RocCounts(List.of(new Point(0, 0), point, new Point(4, 10)));

        assertThat(roc.truePositiveRate(point)).isEqualTo(0.5);
        assertThat(roc.falsePositiveRate(point)).isEqualTo(0.25);
        assertThat(roc.falseAlarmRate(point)).isEqualTo(0.5);
        assertThat(roc.caught(point)).isEqualTo(0.75);
    }

    @Test
    void aCurveThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new RocCounts(List.of())).hasMessageContaining("begins at (0, 0)");
        assertThatThrownBy(() -> new RocCounts(List.of(new Point(1, 1)))).hasMessageContaining("begins at (0, 0)");
        assertThatThrownBy(() -> new RocCounts(List.of(new Point(0, 0), new Point(2, 1), new Point(1, 2))))
                .hasMessageContaining("rises");
        assertThatThrownBy(() -> new RocCounts(List.of(new Point(0, 0), new Point(1, 1), new Point(1, 1))))
                .hasMessageContaining("rises");
        assertThatThrownBy(() -> new RocCounts(List.of(new Point(0, 0), new Point(0, 3))))
                .hasMessageContaining("both classes");
    }
}
