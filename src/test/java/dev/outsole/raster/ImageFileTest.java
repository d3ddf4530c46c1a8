package dev.outsole.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.image.ImageShape;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ImageFileTest {
    private static final ImageShape ONE_ROW = new ImageShape(1, 3);

    /** Not what Java itself makes of grey: it takes it for linear light, and 64 for 137. */
    @Test
    void greyStaysAsItIs() throws Exception {
        BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSamples(0, 0, 3, 1, 0, new int[] {0, 64, 255});

        assertThat(pixels(image, ONE_ROW)).containsExactly(0, 64, 255);
    }

    /** v · 255 / 65535 = v / 257: 0, 1000 / 257 = 3.89 → 4, 65535 / 257 = 255. */
    @Test
    void sixteenBitsAreScaledToEight() throws Exception {
        BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setSamples(0, 0, 3, 1, 0, new int[] {0, 1000, 65535});

        assertThat(pixels(image, ONE_ROW)).containsExactly(0, 4, 255);
    }

    /** One bit a pixel: a palette of black and white. */
    @Test
    void blackAndWhiteIsGreyToo() throws Exception {
        BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_BINARY);
        image.setRGB(1, 0, 0xffffffff);

        assertThat(pixels(image, ONE_ROW)).containsExactly(0, 255, 0);
    }

    /** 0.299 · 255 = 76.2, 0.587 · 255 = 149.7, 0.114 · 255 = 29.1. */
    @Test
    void coloursAreWeighed() throws Exception {
        BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 3, 1, new int[] {0xff0000, 0x00ff00, 0x0000ff}, 0, 3);

        assertThat(pixels(image, ONE_ROW)).containsExactly(76, 150, 29);
    }

    /** White at opacity 0, 128 and 255 on black: 0, 128, 255. */
    @Test
    void whatIsTransparentIsLaidOnBlack() throws Exception {
        BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 3, 1, new int[] {0x00ffffff, 0x80ffffff, 0xffffffff}, 0, 3);

        assertThat(pixels(image, ONE_ROW)).containsExactly(0, 128, 255);
    }

    /** 200 · 128 / 255 = 100.4. */
    @Test
    void greyMayBeTransparentToo() throws Exception {
        ComponentColorModel colours = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY),
                true,
                false,
                Transparency.TRANSLUCENT,
                DataBuffer.TYPE_BYTE);
        WritableRaster raster = colours.createCompatibleWritableRaster(3, 1);
        raster.setPixels(0, 0, 3, 1, new int[] {200, 255, 200, 128, 200, 0});

        assertThat(pixels(new BufferedImage(colours, raster, false, null), ONE_ROW))
                .containsExactly(200, 100, 0);
    }

    @Test
    void palettesAreLookedUp() throws Exception {
        byte[] red = {(byte) 255, 0, 0};
        byte[] green = {0, (byte) 255, 0};
        byte[] blue = {0, 0, (byte) 255};
        BufferedImage image =
                new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_INDEXED, new IndexColorModel(8, 3, red, green, blue));
        image.getRaster().setSamples(0, 0, 3, 1, 0, new int[] {2, 1, 0});

        assertThat(pixels(image, ONE_ROW)).containsExactly(29, 150, 76);
    }

    /** JPEG of one grey: its only loss is rounding. */
    @Test
    void readsJpeg() throws Exception {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        int[] samples = new int[256];
        Arrays.fill(samples, 90);
        image.getRaster().setSamples(0, 0, 16, 16, 0, samples);

        int[] pixels = unsigned(ImageFile.pixels(file(image, "jpeg"), new ImageShape(2, 2)));

        assertThat(pixels).hasSize(4);
        for (int pixel : pixels) {
            assertThat(pixel).isBetween(89, 91);
        }
    }

    /** Means of blocks of 2 × 2: (10 + 20 + 30 + 40) / 4 = 25, (50 + 60 + 70 + 81) / 4 = 65.25. */
    @Test
    void shrinksByTheMeanOfWhatAPixelCovers() throws Exception {
        BufferedImage image = new BufferedImage(4, 2, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSamples(0, 0, 4, 2, 0, new int[] {10, 20, 50, 60, 30, 40, 70, 81});

        assertThat(pixels(image, new ImageShape(1, 2))).containsExactly(25, 65);
    }

    /** From 3 to 2 wide, a pixel covers 1.5: (30 + 60 / 2) / 1.5 = 40, (60 / 2 + 120) / 1.5 = 100; from 1 to 2 high, each is the same. */
    @Test
    void coversPartsOfPixels() throws Exception {
        BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSamples(0, 0, 3, 1, 0, new int[] {30, 60, 120});

        assertThat(pixels(image, new ImageShape(2, 2))).containsExactly(40, 100, 40, 100);
    }

    @Test
    void refusesWhatIsNoImage() throws Exception {
        byte[] whole = file(new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_GRAY), "png");

        assertRefused(new byte[0], "empty file");
        assertRefused("no picture".getBytes(StandardCharsets.US_ASCII), "neither JPEG, PNG, GIF, BMP, TIFF nor WebP");
        assertRefused(new byte[] {(byte) 0x89, 'P'}, "neither JPEG, PNG, GIF, BMP, TIFF nor WebP");
        assertRefused(Arrays.copyOf(whole, 40), "damaged");
        assertRefused(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 0}, "damaged");
    }

    /** The header of a PNG of 100,000 × 100,000 pixels, whose content never comes. */
    @Test
    void refusesImagesThatWouldFillTheMemory() throws Exception {
        byte[] bomb = file(new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_GRAY), "png");
        ByteBuffer header = ByteBuffer.wrap(bomb);
        header.putInt(16, 100_000).putInt(20, 100_000);
        CRC32 crc = new CRC32();
        crc.update(bomb, 12, 17);
        header.putInt(29, (int) crc.getValue());

        assertRefused(bomb, "100000 × 100000 pixels: a side of more than the 65535");
    }

    private static void assertRefused(byte[] content, String reason) {
        assertThatThrownBy(() -> ImageFile.pixels(content, ONE_ROW))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessageContaining(reason);
    }

    private static int[] pixels(BufferedImage image, ImageShape shape) throws Exception {
        return unsigned(ImageFile.pixels(file(image, "png"), shape));
    }

    private static byte[] file(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    private static int[] unsigned(byte[] bytes) {
        return IntStream.range(0, bytes.length).map(i -> bytes[i] & 0xff).toArray();
    }
}
