package dev.outsole.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.outsole.image.ImageShape;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of every format, kind and orientation, held against what Pillow reads from them. */
class PictureKindsTest {
    private static final ImageShape SHAPE = new ImageShape(2, 3);
    private static final Map<String, double[]> MEANS = FixturePictures.means();

    static Stream<String> names() {
        return MEANS.keySet().stream();
    }

    /** Half a grey level of rounding; decoders of lossy files may differ by one more. */
    @ParameterizedTest
    @MethodSource("names")
    void isReadAsPillowReadsIt(String name) throws Exception {
        double tolerance = name.equals("lossy.webp") ? 3 : name.matches(".*(jpg)") ? 1.6 : 0.51;
        byte[] pixels = ImageFile.pixels(FixturePictures.content(name), SHAPE);

        for (int i = 0; i < pixels.length; i++) {
            assertThat((double) (pixels[i] & 0xff)).isCloseTo(MEANS.get(name)[i], within(tolerance));
        }
    }

    @Test
    void thereIsOneOfEachFormat() throws Exception {
        assertThat(MEANS).hasSizeGreaterThan(30);
        for (PictureFormat format : PictureFormat.values()) {
            assertThat(MEANS.keySet()).anyMatch(name -> formatOf(name) == format);
        }
    }

    private static PictureFormat formatOf(String name) {
        try {
            return PictureFormat.of(Arrays.copyOf(FixturePictures.content(name), PictureFormat.TELLING));
        } catch (UnreadableImageException e) {
            throw new AssertionError(e);
        }
    }

    /** Whatever was cut off; of a GIF the last byte says nothing but that it ends. */
    @ParameterizedTest
    @MethodSource("names")
    void isRejectedWhenItIsCutOff(String name) {
        byte[] whole = FixturePictures.content(name);
        for (double share : new double[] {0.25, 0.5, 0.75, 0.9, 0.98}) {
            byte[] cut = Arrays.copyOf(whole, (int) (share * whole.length));

            assertThatThrownBy(() -> ImageFile.pixels(cut, SHAPE))
                    .as("%s of %s", share, name)
                    .isInstanceOf(UnreadableImageException.class)
                    .hasMessageStartingWith("damaged: ");
        }
    }

    /** As a download that broke off leaves a file whose length was known before; plain BMP and TIFF files can't tell that from black. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "grey.png",
                "clear.png",
                "colour.jpg",
                "progressive.jpg",
                "restarts.jpg",
                "ink.jpg",
                "palette.gif",
                "lossless.webp",
                "lossy.webp",
                "lzw.tif"
            })
    void isRejectedWhenItsEndIsZeros(String name) {
        byte[] zeros = FixturePictures.content(name);
        Arrays.fill(zeros, zeros.length / 2, zeros.length, (byte) 0);

        assertThatThrownBy(() -> ImageFile.pixels(zeros, SHAPE))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessageStartingWith("damaged: ");
    }

    /** Checksums see a single bit. */
    @Test
    void aFlippedBitOfPngIsDamage() {
        byte[] flipped = FixturePictures.content("colour.png");
        flipped[flipped.length / 2] ^= 4;

        assertThatThrownBy(() -> ImageFile.pixels(flipped, SHAPE))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessageContaining("checksum");
    }

    /** Telephones append films. */
    @ParameterizedTest
    @ValueSource(strings = {"colour.jpg", "colour.png", "palette.gif"})
    void whatFollowsThePictureIsLeftAlone(String name) throws Exception {
        byte[] whole = FixturePictures.content(name);
        byte[] more = Arrays.copyOf(whole, whole.length + 5000);

        assertThat(ImageFile.pixels(more, SHAPE)).isEqualTo(ImageFile.pixels(whole, SHAPE));
    }

    @Test
    void limitsAreSaidInOneReason() {
        assertRefused(
                new PictureLimits(431, 24, 64), "18 × 24 pixels, more than the 431 that outsole.pictures.max-pixels");
        assertRefused(new PictureLimits(432, 23, 64), "a side of more than the 23 that outsole.pictures.max-side");
        assertRefused(new PictureLimits(432, 24, 1), "scans, more than the 1 that outsole.pictures.max-scans");
    }

    private static void assertRefused(PictureLimits limits, String reason) {
        PictureBytes content = PictureBytes.of(FixturePictures.content("progressive.jpg"));

        assertThatThrownBy(() -> ImageFile.pixels(content, SHAPE, limits))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessageContaining(reason);
    }

    /** Decoders would take it for damage. */
    @ParameterizedTest
    @MethodSource("names")
    void whatTheStorageThrowsIsNoDamage(String name) {
        byte[] whole = FixturePictures.content(name);
        PictureBytes failing = new PictureBytes() {
            @Override
            public long length() {
                return whole.length;
            }

            @Override
            public int read(long position, byte[] target, int offset, int length) throws IOException {
                if (position > 0) {
                    throw new IOException("503 Slow Down");
                }
                return PictureBytes.of(whole).read(position, target, offset, Math.min(length, whole.length / 2));
            }
        };

        assertThatThrownBy(() -> ImageFile.pixels(failing, SHAPE, PictureLimits.DEFAULT))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("503 Slow Down");
    }
}
