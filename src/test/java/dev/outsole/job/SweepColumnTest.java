package dev.outsole.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.metric.Metric;
import dev.outsole.metric.MetricValues;
import dev.outsole.result.Confusion;
import dev.outsole.sweep.ModelResult;
import dev.outsole.sweep.PairFigures;
import dev.outsole.sweep.Speed;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SweepColumnTest {
    private static final List<String> OF_VERSION_0_1 = List.of(
            "detector",
            "normal",
            "abnormal",
            "seed",
            "auc",
            "average_precision",
            "caught_at_5_percent_false_alarms",
            "abnormal_caught",
            "abnormal_missed",
            "normal_rejected",
            "normal_kept",
            "auc_low",
            "auc_high",
            "loss",
            "restarts",
            "collapsed");

    /** Whoever reads auc.csv by position goes on doing so. */
    @Test
    void columnsKeepTheirPlacesAndEveryMetricHasOne() {
        List<String> names = SweepColumn.ALL.stream().map(SweepColumn::name).toList();

        assertThat(names.subList(0, OF_VERSION_0_1.size())).isEqualTo(OF_VERSION_0_1);
        assertThat(names)
                .doesNotHaveDuplicates()
                .containsAll(Arrays.stream(Metric.values()).map(Metric::key).toList());
    }

    /** A model of an older version, of which a sweep that goes on has some. */
    @Test
    void aMetricThatAModelLacksLeavesItsCellEmpty() {
        MetricValues old = new MetricValues(
                Map.of(Metric.AUC, 0.75, Metric.AVERAGE_PRECISION, 0.5, Metric.CAUGHT_AT_5_PERCENT, 0.25));
        ModelResult model = new ModelResult(
                "gaussian",
                "Clog",
                1,
                null,
                null,
                List.of(PairFigures.of("Mule", old, new Confusion(3, 1, 2, 2))),
                0.75,
                Map.of("fit", 1.0),
                new Speed(8, 1, 8),
                "0.1.0");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new SweepTables(List.of(model)).writePairs(out);
        String row = out.toString(StandardCharsets.UTF_8).lines().toList().get(1);

        assertThat(row).startsWith("gaussian,Clog,Mule,1,0.75,0.5,0.25,3,1,2,2,0.");
        assertThat(row).endsWith(",,0,false" + ",".repeat(SweepColumn.ALL.size() - OF_VERSION_0_1.size()));
    }
}
