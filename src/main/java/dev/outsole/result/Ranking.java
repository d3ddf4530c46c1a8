package dev.outsole.result;

import dev.outsole.metric.MetricValues;
import java.util.List;

/**
 * How well decision values separate normal from abnormal, whatever the threshold; positive class = normal.
 *
 * @param roc the curve, from (0, 0) to (1, 1)
 */
public record Ranking(MetricValues metrics, List<RocPoint> roc) {

    public Ranking {
        roc = List.copyOf(roc);
    }
}
