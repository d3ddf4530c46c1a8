package dev.outsole.pixel;

import dev.outsole.image.ImageShape;
import java.io.Serializable;
import java.util.Arrays;

/** Temporary. */
public record PixelFeatures(ImageShape shape, boolean squareRoot, int blurRadius, double gradientWeight)
        implements Serializable {
    private static final long serialVersionUID = 1;

    private static final GradientHistograms GRADIENTS = new GradientHistograms(4);

    /** The features. */
    public float[] of(float[] image) {
        float[] smooth = new BinomialBlur(blurRadius).apply(rooted(image), shape);
        if (gradientWeight == 0) {
            return smooth;
        }
        float[] gradients = GRADIENTS.of(smooth, shape);
        float[] all = Arrays.copyOf(smooth, smooth.length + gradients.length);
        for (int i = 0; i < gradients.length; i++) {
            all[smooth.length + i] = (float) (gradientWeight * gradients[i]);
        }
        return all;
    }

    private float[] rooted(float[] image) {
        if (!squareRoot) {
            return image;
        }
        float[] rooted = new float[image.length];
        for (int i = 0; i < image.length; i++) {
            rooted[i] = (float) Math.sqrt(image[i]);
        }
        return rooted;
    }

    /** Total variation. */
    public double complexity(float[] image) {
        return TotalVariation.of(rooted(image), shape);
    }
}
