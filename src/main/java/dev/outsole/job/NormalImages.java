package dev.outsole.job;

import dev.outsole.UserError;
import dev.outsole.model.Calibration;
import dev.outsole.spark.ScoreRows;
import java.util.List;
import java.util.Optional;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The normal images that a model learns from, and those that are held out to calibrate it by.
 *
 * @param fraction share of all that is held out
 * @param heldOut those, if there are to be any
 */
record NormalImages(Dataset<Row> training, double fraction, Optional<Dataset<Row>> heldOut) {

    /** The same with the training images held somewhere else. */
    NormalImages withTraining(Dataset<Row> kept) {
        return new NormalImages(kept, fraction, heldOut);
    }

    /**
     * Scores the held-out images.
     *
     * @throws UserError if the share is so small that there are none
     */
    Calibration calibrate(PipelineModel model) {
        if (heldOut.isEmpty()) {
            return Calibration.NONE;
        }
        List<Double> scores = ScoreRows.decisionValues(model.transform(heldOut.get()));
        if (scores.isEmpty()) {
            throw new UserError("a share of " + fraction
                    + " holds out none of the training images: give a larger --calibration-fraction, or 0");
        }
        return new Calibration(fraction, scores);
    }
}
