package dev.outsole.pixel;

import dev.outsole.UserError;
import dev.outsole.image.ImageShape;

/**
 * Smoothing by the binomial coefficients of 2r, rows and columns one after the other: (1, 2, 1) / 4 for r = 1, a Gaussian in the limit. What
 * lies beyond the image's edges is 0.
 *
 * @param radius r, in pixels; 0 changes nothing
 */
public record BinomialBlur(int radius) {
    /** Its weights reach over 29 pixels, one more than an image of Fashion-MNIST has. */
    private static final int LARGEST = 14;

    public BinomialBlur {
        if (radius < 0 || radius > LARGEST) {
            throw new UserError("blur radius " + radius + ": it must be from 0 to " + LARGEST);
        }
    }

    /** The smoothed image, of the same shape; values keep their range. */
    public float[] apply(float[] image, ImageShape shape) {
        if (radius == 0) {
            return image;
        }
        float[] weights = weights();
        float[] rows = along(image, shape, 1, shape.width(), weights);
        return along(rows, shape, shape.width(), shape.height(), weights);
    }

    /** The binomial coefficients of 2r over their sum, 4ʳ; from −r to r. */
    private float[] weights() {
        float[] weights = new float[2 * radius + 1];
        double weight = Math.pow(0.25, radius);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) weight;
            weight = weight * (2 * radius - i) / (i + 1);
        }
        return weights;
    }

    /** Lines of {@code length} pixels that lie {@code stride} apart. */
    private float[] along(float[] image, ImageShape shape, int stride, int length, float[] weights) {
        float[] smooth = new float[shape.pixels()];
        for (int i = 0; i < smooth.length; i++) {
            int place = i / stride % length;
            int first = Math.max(-radius, -place);
            int last = Math.min(radius, length - 1 - place);
            float sum = 0;
            for (int offset = first; offset <= last; offset++) {
                sum += weights[offset + radius] * image[i + offset * stride];
            }
            smooth[i] = sum;
        }
        return smooth;
    }
}
