package dev.outsole.idx;

import dev.outsole.image.ImageShape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** IDX files made by hand, byte by byte. */
public final class IdxBytes {
    static final int IMAGES = 0x00000803;
    static final int LABELS = 0x00000801;

    private IdxBytes() {}

    /** An unpacked file of images, whose pixels follow one another. */
    public static byte[] images(int count, ImageShape shape, int... pixels) {
        return file(new int[] {IMAGES, count, shape.height(), shape.width()}, pixels);
    }

    /** An unpacked file of labels. */
    public static byte[] labels(int... labels) {
        return file(new int[] {LABELS, labels.length}, labels);
    }

    /** Header words as big-endian 32-bit integers, then values as bytes. */
    static byte[] file(int[] header, int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(header.length * Integer.BYTES + values.length);
        for (int word : header) {
            bytes.putInt(word);
        }
        for (int value : values) {
            bytes.put((byte) value);
        }
        return bytes.array();
    }

    public static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** Writes the four files of a data set, under the names that MNIST gave them. */
    public static void write(Path folder, byte[] trainImages, byte[] trainLabels, byte[] testImages, byte[] testLabels)
            throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("train-images-idx3-ubyte.gz"), gzip(trainImages));
        Files.write(folder.resolve("train-labels-idx1-ubyte.gz"), gzip(trainLabels));
        Files.write(folder.resolve("t10k-images-idx3-ubyte.gz"), gzip(testImages));
        Files.write(folder.resolve("t10k-labels-idx1-ubyte.gz"), gzip(testLabels));
    }
}
