package dev.outsole.job;

import dev.outsole.metric.RocCounts;
import dev.outsole.model.Calibration;
import dev.outsole.result.Score;
import dev.outsole.sweep.ModelKey;
import dev.outsole.sweep.ModelResult;
import java.util.List;
import org.apache.spark.ml.PipelineModel;

/**
 * One model, fitted and evaluated: everything that a run directory keeps of it.
 *
 * @param scores of all test images, in their order
 * @param curves of each pair, in the order of the result's
 */
record EvaluatedModel(
        ModelKey key,
        PipelineModel model,
        Calibration calibration,
        List<Score> scores,
        List<RocCounts> curves,
        ModelResult result) {

    EvaluatedModel {
        scores = List.copyOf(scores);
        curves = List.copyOf(curves);
    }
}
