package dev.outsole.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.outsole.UserError;
import dev.outsole.image.ImageShape;
import org.junit.jupiter.api.Test;

class PixelFeaturesTest {
    private static final ImageShape THREE = new ImageShape(3, 3);
    private static final ImageShape FOUR = new ImageShape(4, 4);
    private static final float[] POINT = {0, 0, 0, 0, 0.25f, 0, 0, 0, 0};
    /** Rises by a quarter a pixel to the right. */
    private static final float[] SLOPE = {
        0, 0.25f, 0.5f, 0.75f, 0, 0.25f, 0.5f, 0.75f, 0, 0.25f, 0.5f, 0.75f, 0, 0.25f, 0.5f, 0.75f
    };

    @Test
    void anImageIsRootedThenBlurred() {
        // √0.25 = 1/2, times (1, 2, 1) / 4 down and across.
        assertThat(new PixelFeatures(THREE, true, 1, 0).of(POINT))
                .containsExactly(1 / 32f, 2 / 32f, 1 / 32f, 2 / 32f, 4 / 32f, 2 / 32f, 1 / 32f, 2 / 32f, 1 / 32f);
        assertThat(new PixelFeatures(THREE, false, 0, 0).of(POINT)).containsExactly(POINT);
        assertThat(new PixelFeatures(THREE, true, 0, 0).of(POINT)).containsExactly(0, 0, 0, 0, 0.5f, 0, 0, 0, 0);
    }

    /** Four cells along four pixels: each pixel is a cell. */
    @Test
    void gradientsFollowThePixels() {
        PixelFeatures features = new PixelFeatures(FOUR, false, 0, 3);

        float[] found = features.of(SLOPE);

        assertThat(found).hasSize(16 + 16 * 8).hasSize(features.length()).startsWith(SLOPE);
        for (int i = 16; i < found.length; i++) {
            // Each rises by 1/4 to the right, orientation 0, and in no other direction: 3 · √(1/4).
            assertThat(found[i]).isCloseTo(i % 8 == 0 ? 1.5f : 0, within(1e-6f));
        }
    }

    /** Of the rooted image, not blurred: the point differs by 1/2 from each of four neighbours. */
    @Test
    void complexityIsTotalVariation() {
        assertThat(new PixelFeatures(THREE, true, 1, 0).complexity(POINT)).isEqualTo(2);
        assertThat(new PixelFeatures(THREE, false, 1, 4).complexity(POINT)).isEqualTo(1);
    }

    @Test
    void theImageStaysAsItWas() {
        float[] image = POINT.clone();

        new PixelFeatures(THREE, true, 2, 1).of(image);

        assertThat(image).containsExactly(POINT);
    }

    @Test
    void refusesWhatIsNoImage() {
        PixelFeatures features = new PixelFeatures(THREE, true, 1, 0);

        assertThatThrownBy(() -> features.of(new float[8]))
                .isInstanceOf(UserError.class)
                .hasMessage("an image of 8 pixels: images of 3 × 3 have 9");
        assertThatThrownBy(() -> features.of(new float[] {0, 0, 0, 0, -0.5f, 0, 0, 0, 0}))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("pixel 4 is -0.5");
        assertThatThrownBy(() -> features.complexity(new float[8])).isInstanceOf(UserError.class);
    }

    @Test
    void refusesOtherSettings() {
        assertThatThrownBy(() -> new PixelFeatures(THREE, true, 15, 0)).isInstanceOf(UserError.class);
        assertThatThrownBy(() -> new PixelFeatures(THREE, true, 1, -1)).isInstanceOf(UserError.class);
        assertThatThrownBy(() -> new PixelFeatures(THREE, true, 1, Double.NaN)).isInstanceOf(UserError.class);
        assertThatThrownBy(() -> new PixelFeatures(new ImageShape(1, 9), true, 1, 1))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("1 × 9");
    }
}
