package dev.outsole.job;

import dev.outsole.UserError;
import dev.outsole.result.Score;
import dev.outsole.spark.ScoreRows;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The images that detectors are tried on. No detector may leave one out. */
final class TestImages {
    private final Dataset<Row> rows;
    /** By the image's index. */
    private final SortedMap<Integer, Integer> labels = new TreeMap<>();

    /**
     * Reads the images.
     *
     * @param rows kept in memory, since they are read for each detector
     * @param count how many there are, by the image table
     * @throws UserError if there are others
     */
    TestImages(Dataset<Row> rows, long count) {
        this.rows = rows;
        rows.select("index", "label").collectAsList().forEach(row -> labels.put(row.getInt(0), row.getInt(1)));
        if (labels.size() != count) {
            throw new UserError("of " + count + " test images in the table " + labels.size()
                    + " were read: copy the table again from where it was made, or remove it and ingest the"
                    + " images again");
        }
    }

    /**
     * Scores the images with a model.
     *
     * @return one finite score for each image, in no order
     * @throws UserError if the model gives anything else; the message names the detector
     */
    List<Score> score(String detector, PipelineModel model) {
        return checked(detector, ScoreRows.collect(detector, model.transform(rows)));
    }

    private List<Score> checked(String detector, List<Score> scores) {
        TreeSet<Integer> missing = new TreeSet<>(labels.keySet());
        for (Score score : scores) {
            if (!Integer.valueOf(score.label()).equals(labels.get(score.index()))) {
                throw fault(
                        detector,
                        "gave a row of image " + score.index() + " and label " + score.label()
                                + ", which is no test image");
            }
            if (!missing.remove(score.index())) {
                throw fault(detector, "gave image " + score.index() + " twice");
            }
            if (!Double.isFinite(score.decisionValue())) {
                throw fault(detector, "gave image " + score.index() + " the decision value " + score.decisionValue());
            }
        }
        if (!missing.isEmpty()) {
            throw fault(
                    detector,
                    "left out " + missing.size() + " of " + labels.size() + " test images, the first is "
                            + missing.first());
        }
        return scores;
    }

    private static UserError fault(String detector, String finding) {
        return new UserError("the detector " + detector + " " + finding
                + ": mend it, so that every row comes through with a finite decision value, or leave it out");
    }
}
