package dev.outsole.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.image.ImageShape;
import dev.outsole.needs.Needs;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

@Needs("libharfbuzz0b")
class SamplesPictureTest {
    @Test
    void labelsBothBlocks() {
        Picture picture = SamplesPicture.of(Examples.PAIR, Examples.SHAPE, Examples.images(20), Examples.images(20));

        assertThat(Rendered.texts(picture)).containsExactly("normal: Sandal", "abnormal: Sneaker");
    }

    @Test
    void drawsEveryImageInRowsOfTen() {
        Picture picture = SamplesPicture.of(Examples.PAIR, Examples.SHAPE, Examples.images(20), Examples.images(13));

        assertThat(Rendered.elements(picture, "image")).hasSize(33);
        // 28 pixels at twice their size, 4 between images, 12 around: 12 + 10 · 56 + 9 · 4 + 12.
        assertThat(picture.width()).isEqualTo(620);
        // A margin of 12, twice a heading of 24 and two rows of 56 with 4 between, 16 between the blocks, a margin of
        // 12.
        assertThat(picture.height()).isEqualTo(12 + 2 * (24 + 56 + 4 + 56) + 16 + 12);
    }

    @Test
    void theEleventhImageBeginsTheSecondRow() {
        Picture picture = SamplesPicture.of(Examples.PAIR, Examples.SHAPE, Examples.images(11), Examples.images(1));

        assertThat(Rendered.elements(picture, "image"))
                .extracting(image -> image.getAttribute("x") + ", " + image.getAttribute("y"))
                .startsWith("12, 36", "72, 36")
                // The tenth, the eleventh, and the first abnormal one.
                .endsWith("552, 36", "12, 96", "12, 192");
    }

    @Test
    void paintsEachPixelInItsGrey() {
        // Two rows of three pixels, of 18 × 18 units each; 0xFF is white, not -1.
        byte[] pixels = {0, 50, 100, (byte) 150, (byte) 200, (byte) 0xFF};
        BufferedImage image = Rendered.png(
                SamplesPicture.of(Examples.PAIR, new ImageShape(2, 3), List.of(pixels), List.of(new byte[6])));

        int left = 2 * 12;
        int top = 2 * (12 + 24);
        for (int i = 0; i < 6; i++) {
            int x = left + i % 3 * 36;
            int y = top + i / 3 * 36;
            int grey = pixels[i] & 0xFF;
            int expected = 0xFF000000 | grey << 16 | grey << 8 | grey;
            assertThat(image.getRGB(x, y)).as("top left of pixel %d", i).isEqualTo(expected);
            assertThat(image.getRGB(x + 35, y + 35))
                    .as("bottom right of pixel %d", i)
                    .isEqualTo(expected);
        }
        assertThat(image.getRGB(left + 3 * 36, top)).as("gap").isEqualTo(0xFFFFFFFF);
        int abnormalTop = top + 2 * (36 + 16 + 24);
        assertThat(image.getRGB(left, abnormalTop)).as("abnormal image").isEqualTo(0xFF000000);
        assertThat(image.getRGB(left, abnormalTop - 1)).as("above it").isEqualTo(0xFFFFFFFF);
    }

    @Test
    void svgHoldsTheImagesThemselves() throws IOException {
        Picture picture = SamplesPicture.of(
                Examples.PAIR, new ImageShape(1, 2), List.of(new byte[] {10, (byte) 240}), List.of(new byte[2]));

        String data = Rendered.elements(picture, "image").get(0).getAttributeNS("http://www.w3.org/1999/xlink", "href");
        assertThat(data).startsWith("data:image/png;base64,");
        byte[] png = Base64.getDecoder().decode(data.substring(data.indexOf(',') + 1));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getRaster().getSample(0, 0, 0)).isEqualTo(10);
        assertThat(image.getRaster().getSample(image.getWidth() - 1, 0, 0)).isEqualTo(240);
    }

    @Test
    void largeImagesAreShrunkInProportion() {
        Picture picture = SamplesPicture.of(
                Examples.PAIR, new ImageShape(100, 200), List.of(new byte[20_000]), List.of(new byte[20_000]));

        assertThat(Rendered.elements(picture, "image"))
                .extracting(image -> image.getAttribute("width") + " × " + image.getAttribute("height"))
                .containsExactly("56 × 28", "56 × 28");
    }

    @Test
    void aLongNameDoesNotReachBeyondNarrowImages() {
        // Tall and narrow images: ten of 1 × 56 would leave no room for the labels.
        Picture picture =
                SamplesPicture.of(Examples.PAIR, new ImageShape(56, 1), List.of(new byte[56]), List.of(new byte[56]));

        BufferedImage image = Rendered.png(picture);
        for (int y = 0; y < image.getHeight(); y++) {
            assertThat(image.getRGB(image.getWidth() - 1, y))
                    .as("right edge at %d", y)
                    .isEqualTo(0xFFFFFFFF);
        }
        assertThat(picture.width()).isGreaterThan(100);
    }

    @Test
    void rejectsWhatIsNoImage() {
        assertThatThrownBy(() -> SamplesPicture.of(Examples.PAIR, Examples.SHAPE, List.of(), Examples.images(1)))
                .hasMessageContaining("no sample image");
        assertThatThrownBy(() ->
                        SamplesPicture.of(Examples.PAIR, Examples.SHAPE, Examples.images(1), List.of(new byte[783])))
                .hasMessageContaining("783")
                .hasMessageContaining("784");
    }
}
