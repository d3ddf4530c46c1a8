package dev.outsole.pixel;

import dev.outsole.InvalidSetting;
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
            throw new InvalidSetting("blurRadius", radius, "give a whole number from 0 to " + LARGEST);
        }
    }

    /** The smoothed image, of the same shape; values keep their range. */
    public float[] apply(float[] image, ImageShape shape) {
        if (radius == 0) {
            return image;
        }
        float[] weights = weights();
        return down(across(image, shape, weights), shape, weights);
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

    private float[] across(float[] image, ImageShape shape, float[] weights) {
        int width = shape.width();
        float[] smooth = new float[shape.pixels()];
        for (int row = 0; row < smooth.length; row += width) {
            for (int offset = Math.max(-radius, 1 - width); offset <= Math.min(radius, width - 1); offset++) {
                int first = Math.max(0, -offset);
                add(
                        image,
                        row + first + offset,
                        weights[offset + radius],
                        smooth,
                        row + first,
                        width - Math.abs(offset));
            }
        }
        return smooth;
    }

    private float[] down(float[] image, ImageShape shape, float[] weights) {
        int width = shape.width();
        float[] smooth = new float[shape.pixels()];
        for (int y = 0; y < shape.height(); y++) {
            int last = Math.min(radius, shape.height() - 1 - y);
            for (int offset = Math.max(-radius, -y); offset <= last; offset++) {
                add(image, (y + offset) * width, weights[offset + radius], smooth, y * width, width);
            }
        }
        return smooth;
    }

    /** Pixels side by side, so that the JIT takes several at once. */
    private static void add(float[] image, int from, float weight, float[] smooth, int to, int count) {
        for (int i = 0; i < count; i++) {
            smooth[to + i] += weight * image[from + i];
        }
    }
}
