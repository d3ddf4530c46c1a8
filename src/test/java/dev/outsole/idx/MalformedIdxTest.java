package dev.outsole.idx;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import dev.outsole.image.ImageShape;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every malformation is one error that names file, offset and finding. Files of images have a header of 16 bytes, of labels 8. */
class MalformedIdxTest {
    private static final Labels CLASSES = Labels.from0(3);
    private static final ImageShape SHAPE = new ImageShape(2, 3);
    private static final byte[] IMAGES = IdxBytes.images(2, SHAPE, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    private static final byte[] LABELS = IdxBytes.labels(2, 0);

    static Stream<Arguments> images() {
        byte[] packed = IdxBytes.gzip(IMAGES);
        return Stream.of(
                malformed("empty file", new byte[0], 0, "empty, not IDX"),
                malformed("not gzip", new byte[] {7, 8, 9, 10}, 0, "neither gzip nor IDX (it begins with 0x0708090a)"),
                malformed(
                        "a web page",
                        text("  <!doctype html><html>404</html>"),
                        0,
                        "a web page, not IDX: the download failed"),
                malformed(
                        "an error",
                        text("404: Not Found\n"),
                        0,
                        "a text ('404: Not Found'), not IDX: the download failed"),
                malformed("a pointer", text("version https://git-lfs.github.com/spec/v1\noid"), 0, "git lfs pull"),
                unpacked("a web page, packed", text("<html><body>Sorry</body></html>"), 0, "a web page, not IDX"),
                unpacked(
                        "a text, packed",
                        text("{\"message\": \"rate limit\"}"),
                        0,
                        "a text ('{\"message\": \"rate limit\"}')"),
                malformed("gzip header alone", Arrays.copyOf(packed, 10), 0, "truncated: the gzip stream breaks off"),
                malformed(
                        "part of gzip's header", Arrays.copyOf(packed, 5), 0, "truncated: the gzip stream breaks off"),
                malformed("gzip cut off", Arrays.copyOf(packed, 14), 0, "truncated: the gzip stream breaks off"),
                malformed(
                        "gzip without its trailer", Arrays.copyOf(packed, packed.length - 4), 28, "gzip stream breaks"),
                malformed("wrong gzip checksum", flipped(packed, packed.length - 8), 28, "damaged gzip data"),
                unpacked("empty content", new byte[0], 0, "truncated: the magic number needs 4 bytes, 0 are left"),
                unpacked("cut in the magic number", cut(IMAGES, 3), 3, "truncated: the magic number needs 4 bytes, 3"),
                unpacked("cut before the sizes", cut(IMAGES, 4), 4, "truncated: dimension 0 needs 4 bytes, 0 are left"),
                unpacked("cut in the sizes", cut(IMAGES, 14), 14, "truncated: dimension 2 needs 4 bytes, 2 are left"),
                unpacked("no pixels", cut(IMAGES, 16), 16, "truncated: image 0 needs 6 bytes, 0 are left"),
                unpacked("cut between images", cut(IMAGES, 22), 22, "truncated: image 1 needs 6 bytes, 0 are left"),
                unpacked("cut in an image", cut(IMAGES, 27), 27, "truncated: image 1 needs 6 bytes, 5 are left"),
                unpacked("longer", Arrays.copyOf(IMAGES, 29), 28, "longer than its header says"),
                unpacked("much longer", Arrays.copyOf(IMAGES, 5000), 28, "longer than its header says"),
                unpacked("labels instead", LABELS, 0, "IDX with 1 dimensions, where 3 are expected: images have 3"),
                header("signed", 0x00000903, 2, 2, 3, 0, "IDX of signed bytes, where unsigned bytes are expected"),
                header("floats", 0x00000d03, 2, 2, 3, 0, "IDX of 32-bit floating-point numbers, where unsigned bytes"),
                header("unknown", 0x00007703, 2, 2, 3, 0, "IDX of the unknown type 0x77"),
                header("four dimensions", 0x00000804, 2, 2, 3, 0, "IDX with 4 dimensions"),
                header("little-endian", 0x03080000, 2, 2, 3, 0, "neither gzip nor IDX (it begins with 0x03080000)"),
                header("zero images", IdxBytes.IMAGES, 0, 2, 3, 4, "holds zero images"),
                header("no height", IdxBytes.IMAGES, 2, 0, 3, 8, "dimension 1 is 0"),
                header("no width", IdxBytes.IMAGES, 2, 2, 0, 12, "dimension 2 is 0"),
                header("absurd count", IdxBytes.IMAGES, -1, 2, 3, 4, "dimension 0 is 4294967295"),
                header("absurd height", IdxBytes.IMAGES, 2, 0x80000000, 3, 8, "dimension 1 is 2147483648"),
                header(
                        "a width beyond the file",
                        IdxBytes.IMAGES,
                        2,
                        1,
                        0x7fffffff,
                        28,
                        "image 0 needs 2147483647 bytes, 12"),
                header("a shape beyond an array", IdxBytes.IMAGES, 2, 65536, 65536, 8, "image shape 65536 × 65536"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("images")
    void ofImages(String name, byte[] packed, long offset, String finding) {
        assertThatThrownBy(() -> read(packed, IdxBytes.gzip(LABELS)))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("images.gz: at offset " + offset + ": ")
                .hasMessageContaining(finding);
    }

    static Stream<Arguments> labels() {
        return Stream.of(
                malformed("empty file", new byte[0], 0, "empty, not IDX"),
                malformed("not gzip", new byte[] {7, 8, 9, 10}, 0, "neither gzip nor IDX"),
                unpacked("images instead", IMAGES, 0, "IDX with 3 dimensions, where 1 are expected: labels have 1"),
                unpacked("cut in the header", cut(LABELS, 7), 7, "truncated: dimension 0 needs 4 bytes, 3 are left"),
                unpacked("cut", cut(LABELS, 9), 9, "truncated: label 1 needs 1 bytes, 0 are left"),
                unpacked("longer", Arrays.copyOf(LABELS, 11), 10, "longer than its header says"),
                unpacked("fewer than images", IdxBytes.labels(1), 4, "1 labels for 2 images"),
                unpacked("more than images", IdxBytes.labels(1, 1, 1), 4, "3 labels for 2 images"),
                unpacked("none", IdxBytes.labels(), 4, "0 labels for 2 images"),
                unpacked(
                        "a label too many",
                        IdxBytes.labels(0, 3),
                        9,
                        "label 3 of image 1 has no class name; there are 3"),
                unpacked("the largest label", IdxBytes.labels(255, 0), 8, "label 255 of image 0 has no class name"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("labels")
    void ofLabels(String name, byte[] packed, long offset, String finding) {
        assertThatThrownBy(() -> read(IdxBytes.gzip(IMAGES), packed))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("labels.gz: at offset " + offset + ": ")
                .hasMessageContaining(finding);
    }

    private static void read(byte[] images, byte[] labels) throws IOException {
        IdxFiles files = new IdxFiles("images.gz", "labels.gz");
        try (IdxImages read =
                IdxImages.open(files, new ByteArrayInputStream(images), new ByteArrayInputStream(labels), CLASSES)) {
            read.checksums();
        }
    }

    private static Arguments malformed(String name, byte[] packed, long offset, String finding) {
        return Arguments.of(name, packed, offset, finding);
    }

    private static Arguments unpacked(String name, byte[] content, long offset, String finding) {
        return malformed(name, IdxBytes.gzip(content), offset, finding);
    }

    private static Arguments header(
            String name, int magic, int count, int height, int width, long offset, String finding) {
        byte[] content = IdxBytes.file(new int[] {magic, count, height, width}, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        return unpacked(name, content, offset, finding);
    }

    private static byte[] text(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] cut(byte[] content, int length) {
        return Arrays.copyOf(content, length);
    }

    private static byte[] flipped(byte[] content, int at) {
        byte[] flipped = content.clone();
        flipped[at] ^= 1;
        return flipped;
    }
}
