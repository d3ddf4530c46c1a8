package dev.outsole.idx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.image.ImageShape;
import dev.outsole.image.LabelledImage;
import dev.outsole.image.Split;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Right files. */
class IdxImagesTest {
    private static final IdxFiles FILES = new IdxFiles("images.gz", "labels.gz");
    private static final ImageShape TWO_BY_THREE = new ImageShape(2, 3);

    @Test
    void readsImagesWithTheirLabels() throws IOException {
        byte[] images = IdxBytes.images(2, TWO_BY_THREE, 0, 1, 2, 127, 128, 255, 9, 8, 7, 6, 5, 4);

        try (IdxImages read = open(images, IdxBytes.labels(3, 0), 4)) {
            assertThat(read.shape()).isEqualTo(TWO_BY_THREE);
            assertThat(read.count()).isEqualTo(2);
            List<LabelledImage> all = all(read);
            assertThat(all).extracting(LabelledImage::index).containsExactly(0, 1);
            assertThat(all).extracting(LabelledImage::label).containsExactly(3, 0);
            assertThat(all.get(0).pixels()).containsExactly(0, 1, 2, 127, -128, -1);
            assertThat(all.get(1).pixels()).containsExactly(9, 8, 7, 6, 5, 4);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "5, 1, 4", "3, 4, 1", "2, 28, 28", "1, 300, 257"})
    void readsAnyShape(int count, int height, int width) throws IOException {
        int[] pixels =
                IntStream.range(0, count * height * width).map(i -> i % 251).toArray();
        byte[] images = IdxBytes.images(count, new ImageShape(height, width), pixels);

        try (IdxImages read = open(images, IdxBytes.labels(new int[count]), 2)) {
            assertThat(read.shape()).isEqualTo(new ImageShape(height, width));
            List<LabelledImage> all = all(read);
            assertThat(all).hasSize(count);
            for (int i = 0; i < pixels.length; i++) {
                assertThat(all.get(i / (height * width)).pixels()[i % (height * width)])
                        .isEqualTo((byte) pixels[i]);
            }
        }
    }

    /** Labels are unsigned bytes, so there may be 256 classes. */
    @Test
    void readsLabelsAbove127() throws IOException {
        try (IdxImages read = open(IdxBytes.images(1, new ImageShape(1, 1), 1), IdxBytes.labels(255), 256)) {
            assertThat(read.next().label()).isEqualTo(255);
        }
    }

    /** The first class is 0 all the same. */
    @Test
    void labelsMayBeginWith1() throws IOException {
        byte[] images = IdxBytes.images(2, new ImageShape(1, 1), 7, 8);

        try (IdxImages read =
                IdxImages.open(FILES, new Watched(images), new Watched(IdxBytes.labels(3, 1)), new Labels(1, 3))) {
            assertThat(all(read)).extracting(LabelledImage::label).containsExactly(2, 0);
        }
        assertThatThrownBy(() -> all(IdxImages.open(
                        FILES, new Watched(images), new Watched(IdxBytes.labels(1, 0)), new Labels(1, 3))))
                .hasMessageContaining("label 0 of image 1 has no class name; there are 3 classes, from 1 on");
    }

    @Test
    void hasNothingAfterTheLastImage() throws IOException {
        try (IdxImages read = open(IdxBytes.images(1, new ImageShape(1, 1), 1), IdxBytes.labels(0), 2)) {
            read.next();
            assertThat(read.hasNext()).isFalse();
            assertThatThrownBy(read::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    /** SHA-256 of the unpacked bytes 00000803 00000001 00000001 00000001 07 and 00000801 00000001 00, as sha256sum gives them. */
    @Test
    void checksumsAreOfTheUnpackedContent() throws IOException {
        try (IdxImages read = open(IdxBytes.images(1, new ImageShape(1, 1), 7), IdxBytes.labels(0), 2)) {
            assertThat(read.checksums())
                    .isEqualTo(new IdxImages.Checksums(
                            "ec3e57dbf3cf55a23695325c212b7c2509e701910a80f23d8b6d837231d71644",
                            "dd6678dd4d4a65187aea2998f0283b84b0954bdf39e390aedd72b021aca7a29e"));
        }
    }

    @Test
    void closesBothStreams() throws IOException {
        Watched images = new Watched(IdxBytes.images(1, new ImageShape(1, 1), 1));
        Watched labels = new Watched(IdxBytes.labels(0));

        IdxImages.open(FILES, images, labels, Labels.from0(2)).close();

        assertThat(images.closed).isTrue();
        assertThat(labels.closed).isTrue();
    }

    @Test
    void closesBothStreamsWhenAHeaderIsWrong() {
        Watched images = new Watched(IdxBytes.images(1, new ImageShape(1, 1), 1));
        Watched labels = new Watched(IdxBytes.labels(0, 0));

        assertThatThrownBy(() -> IdxImages.open(FILES, images, labels, Labels.from0(2)))
                .hasMessageContaining("labels.gz");

        assertThat(images.closed).isTrue();
        assertThat(labels.closed).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz, t10k-images-idx3-ubyte.gz, t10k-labels-idx1-ubyte.gz",
        "train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte",
        "train-images.idx3-ubyte, train-labels.idx1-ubyte.gz, t10k-images.idx3-ubyte, t10k-labels.idx1-ubyte",
        "emnist-letters-train-images-idx3-ubyte.gz, emnist-letters-train-labels-idx1-ubyte.gz,"
                + " emnist-letters-test-images-idx3-ubyte.gz, emnist-letters-test-labels-idx1-ubyte.gz"
    })
    void mnistsNamesAreKnownAsItsMirrorsHaveThem(String a, String b, String c, String d) {
        IdxSource source = IdxSource.among("hdfs://data/set", List.of("README", a, b, c, d, "table"));

        assertThat(source.files(Split.TRAIN)).isEqualTo(new IdxFiles("hdfs://data/set/" + a, "hdfs://data/set/" + b));
        assertThat(source.files(Split.TEST)).isEqualTo(new IdxFiles("hdfs://data/set/" + c, "hdfs://data/set/" + d));
    }

    /** Once packed and once not is one file; two sets are two. */
    @Test
    void thereMustBeOneFileForEachPurpose() {
        List<String> four = List.of(
                "train-images-idx3-ubyte",
                "train-labels-idx1-ubyte",
                "t10k-images-idx3-ubyte",
                "t10k-labels-idx1-ubyte");
        List<String> packedToo = new ArrayList<>(four);
        packedToo.add("train-images-idx3-ubyte.gz");
        List<String> two = new ArrayList<>(four);
        two.add("other-train-images-idx3-ubyte");

        assertThat(IdxSource.among("d", packedToo).train().images()).isEqualTo("d/train-images-idx3-ubyte.gz");
        assertThatThrownBy(() -> IdxSource.among("d", two))
                .hasMessageContainingAll("several", "other-train", "--images");
        assertThatThrownBy(() -> IdxSource.among("d", four.subList(0, 3)))
                .hasMessageContainingAll("d has no file t10k-labels-idx1-ubyte", "--data");
    }

    /** As it is, without gzip around it. */
    @Test
    void readsFilesThatAreNotPacked() throws IOException {
        InputStream images = new ByteArrayInputStream(IdxBytes.images(1, TWO_BY_THREE, 1, 2, 3, 4, 5, 6));
        InputStream labels = new ByteArrayInputStream(IdxBytes.labels(1));

        try (IdxImages read = IdxImages.open(FILES, images, labels, Labels.from0(2))) {
            assertThat(read.next().pixels()).containsExactly(1, 2, 3, 4, 5, 6);
        }
    }

    private static IdxImages open(byte[] images, byte[] labels, int classes) throws IOException {
        return IdxImages.open(FILES, new Watched(images), new Watched(labels), Labels.from0(classes));
    }

    private static List<LabelledImage> all(IdxImages images) {
        List<LabelledImage> all = new ArrayList<>();
        images.forEachRemaining(all::add);
        return all;
    }

    private static final class Watched extends FilterInputStream {
        private boolean closed;

        Watched(byte[] content) {
            super(stream(content));
        }

        private static InputStream stream(byte[] content) {
            return new ByteArrayInputStream(IdxBytes.gzip(content));
        }

        @Override
        public void close() throws IOException {
            closed = true;
            super.close();
        }
    }
}
