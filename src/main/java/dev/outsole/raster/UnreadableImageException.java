package dev.outsole.raster;

/** A file that is no image, or none that can be read. The message says why, in a few words. */
public final class UnreadableImageException extends Exception {
    private static final long serialVersionUID = 1;

    UnreadableImageException(String reason) {
        super(reason);
    }

    UnreadableImageException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
