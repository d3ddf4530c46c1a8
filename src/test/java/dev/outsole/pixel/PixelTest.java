package dev.outsole.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.outsole.UserError;
import dev.outsole.image.ImageShape;
import org.junit.jupiter.api.Test;

class PixelTest {
    private static final ImageShape THREE = new ImageShape(3, 3);
    private static final float[] POINT = {0, 0, 0, 0, 1, 0, 0, 0, 0};

    @Test
    void aBlurredPointIsTheBinomialKernel() {
        // (1, 2, 1) / 4 down times (1, 2, 1) / 4 across.
        assertThat(new BinomialBlur(1).apply(POINT, THREE))
                .containsExactly(1 / 16f, 2 / 16f, 1 / 16f, 2 / 16f, 4 / 16f, 2 / 16f, 1 / 16f, 2 / 16f, 1 / 16f);
    }

    @Test
    void aWiderBlurIsTheNarrowOneTwice() {
        ImageShape shape = new ImageShape(9, 7);
        float[] image = new float[63];
        image[3 * 7 + 3] = 1;
        image[5 * 7 + 2] = 0.5f;

        float[] twice = new BinomialBlur(1).apply(new BinomialBlur(1).apply(image, shape), shape);

        assertThat(new BinomialBlur(2).apply(image, shape)).containsExactly(twice, within(1e-6f));
    }

    @Test
    void beyondTheEdgesThereIsNothing() {
        float[] white = {1, 1, 1, 1, 1, 1, 1, 1, 1};

        // In the corner three quarters of both weights are left.
        assertThat(new BinomialBlur(1).apply(white, THREE)[0]).isEqualTo(9 / 16f);
        assertThat(new BinomialBlur(0).apply(white, THREE)).containsExactly(white);
    }

    @Test
    void blurRefusesARadiusOutOfRange() {
        assertThatThrownBy(() -> new BinomialBlur(-1)).isInstanceOf(UserError.class);
        assertThatThrownBy(() -> new BinomialBlur(15)).isInstanceOf(UserError.class);
    }

    @Test
    void totalVariationByHand() {
        // Across: |1 − 0| + |0.5 − 1|, then 0 + 0; down: 0 + |0 − 1| + |0 − 0.5|.
        assertThat(TotalVariation.of(new float[] {0, 1, 0.5f, 0, 0, 0}, new ImageShape(2, 3)))
                .isEqualTo(3);
        assertThat(TotalVariation.of(POINT, THREE)).isEqualTo(4);
    }

    /** An image that rises by 1 a pixel to the right: all gradient is in orientation 0. */
    @Test
    void aSlopeFillsItsOrientation() {
        ImageShape shape = new ImageShape(4, 4);
        float[] image = {0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3};

        float[] histograms = new GradientHistograms(1).of(image, shape);

        // One cell, its centre in the middle; pixels' centres are 1.5/4 and 0.5/4 of a cell away from it: nearness 5/8,
        // 7/8, 7/8, 5/8, in sum 3.
        assertThat(histograms).hasSize(8);
        assertThat(histograms[0]).isCloseTo(3, within(1e-6f)); // √(3 · 3)
        assertThat(histograms[1]).isZero();
    }

    /** Down and to the left is 3/8 of a circle clockwise from right: orientation 3; magnitude √2. */
    @Test
    void orientationsTurnClockwise() {
        float[] image = new float[9];
        for (int y = 0; y < 3; y++) {
            for (int x = 0; x < 3; x++) {
                image[y * 3 + x] = y - x;
            }
        }

        float[] histograms = new GradientHistograms(1).of(image, THREE);

        // Nearness 2/3, 1, 2/3 along each side: (7/3)² = 49/9 pixels of √2.
        assertThat(histograms[3] * histograms[3]).isCloseTo((float) (49 / 9.0 * Math.sqrt(2)), within(1e-5f));
        assertThat(histograms[7]).isZero();
    }

    @Test
    void aGradientIsSharedByTheNearestCells() {
        ImageShape shape = new ImageShape(4, 4);
        float[] image = {0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3};

        float[] histograms = new GradientHistograms(2).of(image, shape);

        // Along a side: centres of cells at 0.5 and 2.5; nearness of pixels 0 … 3 to the first: 3/4, 3/4, 1/4, 0: in
        // sum 7/4; both sides 49/16.
        assertThat(histograms[0]).isCloseTo(7 / 4f, within(1e-6f));
        assertThat(histograms[8]).isCloseTo(7 / 4f, within(1e-6f));
    }

    @Test
    void aBlankImageHasNoGradient() {
        assertThat(new GradientHistograms(4).of(new float[784], new ImageShape(28, 28)))
                .hasSize(128)
                .containsOnly(0);
        assertThatThrownBy(() -> new GradientHistograms(0)).isInstanceOf(UserError.class);
    }
}
