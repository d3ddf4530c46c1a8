package dev.outsole.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageShapeTest {

    @Test
    void countsItsPixels() {
        assertThat(new ImageShape(2, 3).pixels()).isEqualTo(6);
        assertThat(new ImageShape(1, Integer.MAX_VALUE).pixels()).isEqualTo(Integer.MAX_VALUE);
        assertThat(new ImageShape(28, 28)).hasToString("28 × 28");
    }

    /** 65536 · 32768 = 2³¹, one more than an int holds. */
    @ParameterizedTest
    @CsvSource({"0, 3", "3, 0", "-1, -1", "65536, 32768", "2147483647, 2147483647"})
    void refusesWhatIsNoImage(int height, int width) {
        assertThatThrownBy(() -> new ImageShape(height, width))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("image shape " + height + " × " + width);
    }
}
