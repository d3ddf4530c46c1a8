package dev.outsole.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.outsole.UserError;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * The decision values of normal images that a model has not learnt from, by which its threshold is set. An image is as strange to the model
 * as its conformal p-value is small (split conformal prediction: Vovk, Gammerman and Shafer 2005; Lei et al. 2018; for outliers Bates et al.
 * 2023). Calling all images with p ≤ α abnormal rejects a fresh normal image with a probability of at most α, whatever the model, as long as
 * that image and the held-out ones come from the same source.
 *
 * @param fraction share of the normal images that was held out, in [0, 1); 0: there is no calibration
 * @param scores their decision values, ascending
 */
public record Calibration(double fraction, List<Double> scores) {
    /** Of a model that has learnt from all normal images. */
    public static final Calibration NONE = new Calibration(0, List.of());

    public Calibration {
        scores = scores.stream().sorted().toList();
        if (!(fraction >= 0 && fraction < 1)) {
            throw new UserError("calibration fraction = " + fraction + ": give a number from 0 (none) to below 1");
        }
        if (!scores.stream().allMatch(Double::isFinite)) {
            throw new UserError("calibration: a decision value is no number; train the model again");
        }
    }

    /** Whether there is anything to set a threshold by. */
    @JsonIgnore
    public boolean isPresent() {
        return !scores.isEmpty();
    }

    /**
     * The threshold for a false alarm rate α: a decision value below it is abnormal. With n held-out images it is the k-th smallest of their
     * decision values, k = ⌊α (n + 1)⌋, so that below it are just those values whose p-value is at most α.
     *
     * @param falseAlarmRate α, in (0, 1), exact to its decimal digits
     * @throws UserError if there are too few held-out images for so small a rate
     */
    public double threshold(double falseAlarmRate) {
        int rank = BigDecimal.valueOf(falseAlarmRate)
                .multiply(BigDecimal.valueOf(scores.size() + 1L))
                .intValue();
        if (rank < 1) {
            throw new UserError("false alarm rate = " + falseAlarmRate + ": " + scores.size()
                    + " held-out images allow none below " + 1.0 / (scores.size() + 1)
                    + "; give a larger one, or hold out more with --calibration-fraction");
        }
        return scores.get(rank - 1);
    }

    /** For many lookups of p-values. */
    public PValues pValues() {
        return new PValues(scores.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Looks p-values up. */
    public static final class PValues implements Serializable {
        private static final long serialVersionUID = 1;

        private final double[] ascending;

        private PValues(double[] ascending) {
            this.ascending = ascending;
        }

        /**
         * The p-value of a decision value s among n held-out ones: (1 + how many of them are ≤ s) / (n + 1). It is the share of normal images
         * that score as low or lower, the image itself counted among them: without this 1 the false alarm rate would not be kept.
         */
        public double of(double decisionValue) {
            return (1.0 + countUpTo(decisionValue)) / (ascending.length + 1.0);
        }

        private int countUpTo(double value) {
            int found = Arrays.binarySearch(ascending, value);
            if (found < 0) {
                return -found - 1;
            }
            while (found < ascending.length && ascending[found] <= value) {
                found++;
            }
            return found;
        }
    }
}
