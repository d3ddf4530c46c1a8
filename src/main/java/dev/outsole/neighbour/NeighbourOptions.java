package dev.outsole.neighbour;

import dev.outsole.InvalidSetting;
import dev.outsole.distance.DistanceLimit;
import java.io.Serializable;

/**
 * How nearest neighbours make a detector.
 *
 * @param k neighbours whose distances are averaged, at least 1
 * @param contamination share of the training rows that the decision value's sign calls abnormal, in [0, 1)
 */
public record NeighbourOptions(int k, double contamination) implements Serializable {
    private static final long serialVersionUID = 1;
    public static final NeighbourOptions DEFAULT = new NeighbourOptions(5, DistanceLimit.DEFAULT_CONTAMINATION);

    public NeighbourOptions {
        if (k < 1) {
            throw new InvalidSetting("k", k, "give a whole number of at least 1");
        }
        if (!(contamination >= 0 && contamination < 1)) {
            throw new InvalidSetting("contamination", contamination, "give a number from 0 to below 1");
        }
    }

    public NeighbourOptions withK(int other) {
        return new NeighbourOptions(other, contamination);
    }
}
