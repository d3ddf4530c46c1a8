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
 * @param count of both together, by the image table
 * @param fraction share of all that is held out
 * @param heldOut those, if there are to be any
 */
record NormalImages(Dataset<Row> training, long count, double fraction, Optional<Dataset<Row>> heldOut) {

    /** The same with the training images held somewhere else. */
    NormalImages withTraining(Dataset<Row> kept) {
        return new NormalImages(kept, count, fraction, heldOut);
    }

    /**
     * Reads the training images; gives how many there are.
     *
     * @throws UserError if the image table has more
     */
    long read() {
        long read = training.count();
        if (heldOut.isEmpty() && read != count) {
            throw new UserError("of " + count + " training images in the table " + read
                    + " were read: copy the table again from where it was made, or remove it and ingest the"
                    + " images again");
        }
        return read;
    }

    /**
     * Scores the held-out images.
     *
     * @param learnt how many images were learnt from: all others are held out
     * @throws UserError if the share is so small that there are none, or the detector leaves some without a finite score
     */
    Calibration calibrate(String detector, PipelineModel model, long learnt) {
        if (heldOut.isEmpty()) {
            return Calibration.NONE;
        }
        if (learnt == count) {
            throw new UserError("a share of " + fraction
                    + " holds out none of the training images: give a larger --calibration-fraction, or 0");
        }
        List<Double> scores = ScoreRows.decisionValues(detector, model.transform(heldOut.get()));
        if (scores.size() != count - learnt) {
            throw new UserError("the detector " + detector + " gave " + scores.size() + " decision values for "
                    + (count - learnt) + " held-out images: mend it, so that every row comes through, or leave it out");
        }
        return new Calibration(fraction, scores);
    }
}
