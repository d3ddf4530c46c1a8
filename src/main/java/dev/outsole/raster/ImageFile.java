package dev.outsole.raster;

import dev.outsole.image.ImageShape;
import java.io.EOFException;
import java.io.IOException;

/** Decodes JPEG, PNG, GIF (the first frame), BMP, TIFF and WebP files. */
public final class ImageFile {

    private ImageFile() {}

    /**
     * A file's image as grey pixels of a shape, within {@link PictureLimits#DEFAULT}.
     *
     * @return one unsigned byte each, row by row
     * @throws UnreadableImageException if it is no picture, a damaged one, or too large
     */
    public static byte[] pixels(byte[] content, ImageShape shape) throws UnreadableImageException {
        try {
            return pixels(PictureBytes.of(content), shape, PictureLimits.DEFAULT);
        } catch (IOException e) {
            throw new IllegalStateException("memory can always be read", e);
        }
    }

    /**
     * A file's image as grey pixels of a shape: turned as its EXIF data say, made grey (see {@link Luminance}), and stretched (see
     * {@link AreaAverage}).
     *
     * @return one unsigned byte each, row by row
     * @throws UnreadableImageException if it is no picture, a damaged one, or larger than the limits
     * @throws IOException if its bytes can't be read, which says nothing of the picture
     */
    public static byte[] pixels(PictureBytes content, ImageShape shape, PictureLimits limits)
            throws UnreadableImageException, IOException {
        PictureSource source = new PictureSource(content);
        try {
            byte[] pixels = decode(source, shape, limits);
            source.throwFailure();
            return pixels;
        } catch (IOException | RuntimeException e) { // what decoders throw at damaged files
            source.throwFailure();
            refuseToTakeForDamage(e);
            throw new UnreadableImageException("damaged: " + describe(e), e);
        }
    }

    private static byte[] decode(PictureSource source, ImageShape shape, PictureLimits limits)
            throws IOException, UnreadableImageException {
        PictureFormat format = PictureFormat.of(source.head(PictureFormat.TELLING));
        try (Picture picture = open(format, source, limits)) {
            limits.check(picture.height(), picture.width());
            Orientation orientation = picture.orientation();
            ImageShape stored = orientation.before(shape);
            AreaAverage average = new AreaAverage(stored);
            picture.decode(stored, average);
            return orientation.turn(average.pixels(), shape);
        }
    }

    private static Picture open(PictureFormat format, PictureSource source, PictureLimits limits)
            throws IOException, UnreadableImageException {
        return switch (format) {
            case JPEG -> new JpegPicture(source, limits);
            case PNG -> new PngPicture(source);
            case GIF -> PlatformPicture.gif(source);
            case BMP -> PlatformPicture.bmp(source);
            case TIFF -> PlatformPicture.tiff(source);
            case WEBP -> PlatformPicture.webp(source);
        };
    }

    private static String describe(Exception e) {
        if (e instanceof EOFException && e.getMessage() == null) {
            return "the file ends too early";
        }
        return e instanceof IOException && e.getMessage() != null
                ? e.getMessage()
                : "its content makes no sense (" + e + ")";
    }

    /** Decoders wrap an {@link OutOfMemoryError} as if the file were to blame. */
    private static void refuseToTakeForDamage(Exception thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError error) {
                throw error;
            }
            if (String.valueOf(cause.getMessage()).contains("OutOfMemoryError")) {
                throw (OutOfMemoryError) new OutOfMemoryError(cause.getMessage()).initCause(thrown);
            }
        }
    }
}
