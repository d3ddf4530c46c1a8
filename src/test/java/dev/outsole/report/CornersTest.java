package dev.outsole.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CornersTest {
    private static RocCurve.Point point(double falsePositiveRate, double truePositiveRate) {
        return new RocCurve.Point(falsePositiveRate, truePositiveRate);
    }

    @Test
    void keepsOnlyWhereTheCurveTurns() {
        List<RocCurve.Point> staircase = List.of(
                point(0, 0),
                point(0, 0.1),
                point(0, 0.2),
                point(0.1, 0.2),
                point(0.2, 0.2),
                point(0.2, 0.2),
                point(1, 1));

        assertThat(Corners.of(staircase)).containsExactly(point(0, 0), point(0, 0.2), point(0.2, 0.2), point(1, 1));
    }

    @Test
    void keepsAStepOfOneImageInAThousand() {
        List<RocCurve.Point> step = List.of(point(0, 0), point(0, 0.001), point(0.001, 0.001), point(0.001, 0.002));

        assertThat(Corners.of(step)).isEqualTo(step);
    }

    @Test
    void keepsASinglePoint() {
        assertThat(Corners.of(List.of(point(0, 0)))).containsExactly(point(0, 0));
    }
}
