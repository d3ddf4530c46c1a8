package dev.outsole.pixel;

import dev.outsole.image.ImageShape;

/**
 * How much there is to see in an image: the sum of the absolute differences of pixels side by side and one below the other (anisotropic total
 * variation; Rudin, Osher and Fatemi 1992).
 */
public final class TotalVariation {

    private TotalVariation() {}

    /** Of an image with entries in [0, 1]: from 0 (all pixels equal) to the number of neighbouring pairs. */
    public static double of(float[] image, ImageShape shape) {
        int width = shape.width();
        double sum = 0;
        for (int i = 0; i < shape.pixels(); i++) {
            if ((i + 1) % width != 0) {
                sum += Math.abs(image[i + 1] - image[i]);
            }
            if (i + width < shape.pixels()) {
                sum += Math.abs(image[i + width] - image[i]);
            }
        }
        return sum;
    }
}
