package dev.outsole.result;

import java.util.List;

/**
 * What a detector says of one test image.
 *
 * @param index position of the image in the test split
 * @param label of its class
 * @param decisionValue higher is more normal
 * @param predictedNormal whether the decision value is above the detector's own threshold
 * @param embedding its coordinates, empty for a detector without an embedding
 */
public record Score(int index, int label, double decisionValue, boolean predictedNormal, List<Float> embedding) {

    public Score {
        embedding = List.copyOf(embedding);
    }
}
