package dev.outsole.idx;

import dev.outsole.UserError;
import dev.outsole.image.ImageShape;
import dev.outsole.image.LabelledImage;
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
    private final IdxStream images;
    private final IdxStream labels;
    private final ImageShape shape;
    private final int count;
    private final int classes;
    private int next;

    private IdxImages(IdxStream images, IdxStream labels, int classes) throws IOException {
        this.images = images;
        this.labels = labels;
        this.classes = classes;
        int[] dimensions = images.readDimensions(3);
        this.count = dimensions[0];
        int labelled = labels.readDimensions(1)[0];
        if (count == 0) {
            throw images.error(4, "holds zero images");
        }
        if (labelled != count) {
            throw labels.error(4, labelled + " labels for " + count + " images");
        }
        this.shape = shape(images, dimensions[1], dimensions[2]);
    }

    private static ImageShape shape(IdxStream images, int height, int width) {
        try {
            return new ImageShape(height, width);
        } catch (UserError e) {
            throw images.error(8, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Reads the headers and takes over both streams.
     *
     * @param files names for messages
     * @param classes how many classes there are: labels must be below
     * @throws UserError if a file is malformed; the message names file, offset and finding
     */
    public static IdxImages open(IdxFiles files, InputStream images, InputStream labels, int classes)
            throws IOException {
        try {
            IdxStream imageStream = IdxStream.open(files.images(), images);
            return new IdxImages(imageStream, IdxStream.open(files.labels(), labels), classes);
        } catch (IOException | RuntimeException e) {
            images.close();
            labels.close();
            throw e;
        }
    }

    public ImageShape shape() {
        return shape;
    }

    public int count() {
        return count;
    }

    @Override
    public boolean hasNext() {
        return next < count;
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
        byte[] pixels = images.read(shape.pixels(), "image " + index);
        long at = labels.offset();
        int label = labels.read(1, "label " + index)[0] & 0xff;
        if (label >= classes) {
            throw labels.error(
                    at,
                    "label " + label + " of image " + index + " has no class name; there are " + classes + " classes");
        }
        if (index == count - 1) {
            images.expectEnd();
            labels.expectEnd();
        }
        return new LabelledImage(index, label, pixels);
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
