package dev.outsole.idx;

import dev.outsole.UserError;
import dev.outsole.image.ImageShape;
import dev.outsole.image.LabelledImage;
import dev.outsole.work.Attempt;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The labelled images of one split, read side by side from a file of images and a file of labels, one image in memory at a time.
 * The last image is given out only after both files have proved to end where their headers say.
 */
public final class IdxImages implements Iterator<LabelledImage>, Closeable {
    private final IdxPixels images;
    private final IdxStream labels;
    private final Labels counted;
    private int next;

    private IdxImages(IdxPixels images, IdxStream labels, Labels counted) throws IOException {
        this.images = images;
        this.labels = labels;
        this.counted = counted;
        int labelled = labels.readDimensions(1)[0];
        if (labelled != images.count()) {
            throw labels.error(4, labelled + " labels for " + images.count() + " images");
        }
    }

    /**
     * Reads the headers and takes over both streams.
     *
     * @param files names for messages
     * @param counted which labels there are; the first one becomes 0
     * @throws UserError if a file is malformed; the message names file, offset and finding
     */
    public static IdxImages open(IdxFiles files, InputStream images, InputStream labels, Labels counted)
            throws IOException {
        return Attempt.of(() -> {
                    IdxPixels pixels = IdxPixels.open(files.images(), images);
                    return new IdxImages(pixels, IdxStream.open(files.labels(), labels), counted);
                })
                .ifFailed(images::close)
                .ifFailed(labels::close)
                .orThrow();
    }

    public ImageShape shape() {
        return images.shape();
    }

    public int count() {
        return images.count();
    }

    @Override
    public boolean hasNext() {
        return next < count();
    }

    /** The next image, in the order of the files. */
    @Override
    public LabelledImage next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        try {
            return read(next++);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LabelledImage read(int index) throws IOException {
        byte[] pixels = images.next();
        long at = labels.offset();
        int label = labels.read(1, "label " + index)[0] & 0xff;
        if (!counted.has(label)) {
            throw labels.error(
                    at,
                    "label " + label + " of image " + index + " has no class name; there are " + counted.classes()
                            + " classes, from " + counted.first() + " on: name them all with --classes");
        }
        if (index == count() - 1) {
            labels.expectEnd();
        }
        return new LabelledImage(index, label - counted.first(), pixels);
    }

    /** Reads what is left, and so checks it, then gives both files' SHA-256, of their unpacked content. */
    public Checksums checksums() {
        while (hasNext()) {
            next();
        }
        return new Checksums(images.sha256(), labels.sha256());
    }

    /** SHA-256 of the two files' unpacked content, in hexadecimal: mirrors compress differently, so it isn't of the gzip file. */
    public record Checksums(String images, String labels) {}

    @Override
    public void close() throws IOException {
        try (images;
                labels) {
            // Both are closed, whatever the other does.
        }
    }
}
