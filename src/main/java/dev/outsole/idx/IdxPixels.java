package dev.outsole.idx;

import dev.outsole.UserError;
import dev.outsole.image.ImageShape;
import dev.outsole.work.Attempt;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The images of an IDX file, without labels, one in memory at a time. The last image is given out only after the file has proved to
 * end where its header says.
 */
public final class IdxPixels implements Iterator<byte[]>, Closeable {
    private final IdxStream stream;
    private final ImageShape shape;
    private final int count;
    private int next;

    private IdxPixels(IdxStream stream) throws IOException {
        this.stream = stream;
        int[] dimensions = stream.readDimensions(3);
        this.count = dimensions[0];
        if (count == 0) {
            throw stream.error(4, "holds zero images");
        }
        try {
            this.shape = new ImageShape(dimensions[1], dimensions[2]);
        } catch (UserError e) {
            throw stream.error(8, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Reads the header and takes over the stream.
     *
     * @param name for messages
     * @throws UserError if the file is malformed; the message names file, offset and finding
     */
    public static IdxPixels open(String name, InputStream file) throws IOException {
        return Attempt.of(() -> new IdxPixels(IdxStream.open(name, file)))
                .ifFailed(file::close)
                .orThrow();
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

    /** The next image: one unsigned byte a pixel, row by row. */
    @Override
    public byte[] next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        try {
            byte[] pixels = stream.read(shape.pixels(), "image " + next);
            next++;
            if (next == count) {
                stream.expectEnd();
            }
            return pixels;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SHA-256 of the unpacked content read so far, in hexadecimal. */
    String sha256() {
        return stream.sha256();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
