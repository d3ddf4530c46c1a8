package dev.outsole.raster;

import dev.outsole.image.ImageShape;
import java.io.Closeable;
import java.io.IOException;

/** A picture file whose header is known, and whose pixels are not decoded yet. */
interface Picture extends Closeable {

    /** As it is stored, before it is turned. */
    int height();

    int width();

    Orientation orientation();

    /**
     * Decodes it.
     *
     * @param wanted the shape that it is needed in, before it is turned: it may come smaller than it is, but not much smaller than that
     * @throws IOException if it is damaged, which the message describes
     */
    void decode(ImageShape wanted, RowTarget target) throws IOException, UnreadableImageException;

    @Override
    default void close() throws IOException {
        // Most hold nothing.
    }
}
