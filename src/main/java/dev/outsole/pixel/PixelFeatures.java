package dev.outsole.pixel;

import dev.outsole.InvalidSetting;
import dev.outsole.UserError;
import dev.outsole.image.ImageShape;
import java.io.Serializable;
import java.util.Arrays;

/**
 * What of an image is compared with others: its pixels, prepared so that Euclidean distances say more, and its gradients.
 *
 * @param shape of every image
 * @param squareRoot whether each pixel's square root is taken, so that dark parts count for more
 * @param blurRadius r of the {@link BinomialBlur} that follows, so that a shift by a pixel counts for less; 0: none
 * @param gradientWeight if above 0, the {@link GradientHistograms} of the image so prepared, in 4 × 4 cells, follow its pixels, times this
 */
public record PixelFeatures(ImageShape shape, boolean squareRoot, int blurRadius, double gradientWeight)
        implements Serializable {
    private static final GradientHistograms GRADIENTS = new GradientHistograms(4);

    public PixelFeatures {
        new BinomialBlur(blurRadius);
        if (!(gradientWeight >= 0 && gradientWeight < Double.POSITIVE_INFINITY)) {
            throw new InvalidSetting("gradientWeight", gradientWeight, "give a number of at least 0");
        }
        if (gradientWeight > 0 && Math.min(shape.height(), shape.width()) < 2) {
            throw new UserError(
                    "images of " + shape
                            + " pixels have no gradients: they must be at least 2 × 2; or set outsole.neighbours.gradient-weight to 0");
        }
    }

    /** Number of features: the pixels; with gradients, 128 more. */
    public int length() {
        return shape.pixels() + (gradientWeight > 0 ? GRADIENTS.length() : 0);
    }

    /**
     * The features.
     *
     * @param image {@code [height × width]}, entries in [0, 1]
     * @throws UserError if it has another number of pixels, or one that is negative and whose root is to be taken
     */
    public float[] of(float[] image) {
        check(image);
        float[] prepared = prepared(image);
        if (gradientWeight == 0) {
            return prepared;
        }
        float[] histograms = GRADIENTS.of(prepared, shape);
        float[] features = Arrays.copyOf(prepared, length());
        for (int i = 0; i < histograms.length; i++) {
            features[prepared.length + i] = (float) (gradientWeight * histograms[i]);
        }
        return features;
    }

    /**
     * How much there is to see in an image: the {@link TotalVariation} of its pixels or, if they are taken, of their square roots; before
     * they are blurred. On Fashion-MNIST distances are best explained by that of the square roots.
     */
    public double complexity(float[] image) {
        check(image);
        return TotalVariation.of(rooted(image), shape);
    }

    private void check(float[] image) {
        if (image.length != shape.pixels()) {
            throw new UserError(
                    "an image of " + image.length + " pixels: images of " + shape + " have " + shape.pixels());
        }
    }

    private float[] prepared(float[] image) {
        return new BinomialBlur(blurRadius).apply(rooted(image), shape);
    }

    private float[] rooted(float[] image) {
        if (!squareRoot) {
            return image;
        }
        float[] roots = new float[image.length];
        for (int i = 0; i < roots.length; i++) {
            if (!(image[i] >= 0)) {
                throw new UserError("pixel " + i + " is " + image[i] + ": it must be from 0 to 1 for its square root");
            }
            roots[i] = (float) Math.sqrt(image[i]);
        }
        return roots;
    }
}
