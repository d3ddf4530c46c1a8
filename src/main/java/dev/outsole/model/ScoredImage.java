package dev.outsole.model;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a model says of one image.
 *
 * @param decisionValue higher is more normal
 * @param pValue share of normal images that score as low or lower, in (0, 1]; empty for a model without calibration
 * @param embedding coordinates at the bottleneck; empty for a model without one
 * @param reconstructionError mean squared error per pixel; empty for a model without a decoder
 */
public record ScoredImage(
        double decisionValue, OptionalDouble pValue, List<Float> embedding, OptionalDouble reconstructionError) {

    public ScoredImage {
        embedding = List.copyOf(embedding);
    }
}
