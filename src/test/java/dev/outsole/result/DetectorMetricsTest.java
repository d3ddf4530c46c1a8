package dev.outsole.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.metric.Metric;
import dev.outsole.metric.MetricValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DetectorMetricsTest {

    @Test
    void sumsItsPhases() {
        assertThat(metrics(null, Map.of("fit", 1.5, "score", 0.25, "evaluate", 0.125))
                        .totalSeconds())
                .isEqualTo(1.875);
        assertThat(metrics(null, Map.of()).totalSeconds()).isZero();
    }

    @Test
    void haveCollapsedIfTheTrainingHas() {
        assertThat(metrics(training(true), Map.of()).collapsed()).isTrue();
        assertThat(metrics(training(false), Map.of()).collapsed()).isFalse();
        assertThat(metrics(null, Map.of()).collapsed()).isFalse();
    }

    private static Training training(boolean collapsed) {
        return new Training(2, List.of(0.5, 0.25), List.of(), 0.2, collapsed ? 1 : 0, collapsed, 7, List.of());
    }

    @Test
    void keepsItsPhasesInOrderAndToItself() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        seconds.put("fit", 1.0);
        seconds.put("score", 2.0);
        seconds.put("evaluate", 3.0);
        DetectorMetrics metrics = metrics(null, seconds);
        seconds.clear();

        assertThat(metrics.seconds().keySet()).containsExactly("fit", "score", "evaluate");
    }

    private static DetectorMetrics metrics(Training training, Map<String, Double> seconds) {
        return new DetectorMetrics(
                new MetricValues(Map.of(Metric.AUC, 0.5)),
                new Confusion(1, 2, 3, 4),
                new SvmFit(1, 2, 3, 4, 4, false),
                training,
                seconds);
    }
}
