package dev.outsole.neighbour;

import dev.outsole.InvalidSetting;
import dev.outsole.pixel.BinomialBlur;
import java.io.Serializable;

/**
 * How a detector compares images with their nearest neighbours: what it makes of an image, and what of the distances.
 *
 * @param squareRoot whether the square root of each pixel is taken
 * @param blurRadius of the binomial blur, in pixels; 0: none
 * @param gradientWeight that histograms of gradients have beside the pixels; 0: none
 * @param adjusted whether a distance counts against that expected of a normal image with as much total variation
 * @param neighbours what the distances make of it
 */
public record ImageNeighbourOptions(
        boolean squareRoot, int blurRadius, double gradientWeight, boolean adjusted, NeighbourOptions neighbours)
        implements Serializable {
    private static final long serialVersionUID = 1;

    public ImageNeighbourOptions {
        new BinomialBlur(blurRadius);
        if (!(gradientWeight >= 0 && gradientWeight < Double.POSITIVE_INFINITY)) {
            throw new InvalidSetting("gradientWeight", gradientWeight, "give a number of at least 0");
        }
    }

    /** Smoothed square roots: small shifts and the brightness of the cloth count less. */
    public static final ImageNeighbourOptions DEFAULT =
            new ImageNeighbourOptions(true, 1, 0, false, NeighbourOptions.DEFAULT);

    /** What a search without labels over all ten classes of Fashion-MNIST has chosen (src/docs/detectors.md). */
    public static final ImageNeighbourOptions ADJUSTED =
            new ImageNeighbourOptions(true, 2, 4, true, NeighbourOptions.DEFAULT.withK(1));
}
