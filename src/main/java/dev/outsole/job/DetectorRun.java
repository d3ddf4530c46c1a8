package dev.outsole.job;

import dev.outsole.detector.Detector;
import dev.outsole.model.Calibration;
import dev.outsole.result.DetectorMetrics;
import dev.outsole.result.Ranking;
import dev.outsole.result.Score;
import java.util.List;
import org.apache.spark.ml.PipelineModel;

/** One detector, fitted and evaluated: everything that the run directory keeps of it. */
record DetectorRun(
        Detector detector,
        PipelineModel model,
        Calibration calibration,
        List<Score> scores,
        Ranking ranking,
        DetectorMetrics metrics) {

    DetectorRun {
        scores = List.copyOf(scores);
    }
}
