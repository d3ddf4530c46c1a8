package dev.outsole.raster;

import dev.outsole.image.ImageShape;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes PNG and JPEG files. */
public final class ImageFile {
    /** More would fill the memory before anyone noticed: a PNG file of a few kilobytes can hold them. */
    private static final long MOST_PIXELS = 64_000_000;

    private ImageFile() {}

    /**
     * A file's image as grey pixels of a shape: see {@link GreyImage} and {@link GreyImage#resized}.
     *
     * @return one unsigned byte each, row by row
     * @throws UnreadableImageException if it is no PNG or JPEG file, or a damaged one
     */
    public static byte[] pixels(byte[] content, ImageShape shape) throws UnreadableImageException {
        GreyImage grey = GreyImage.of(decode(content));
        return grey.resized(shape).pixels();
    }

    private static BufferedImage decode(byte[] content) throws UnreadableImageException {
        ImageReader reader = reader(content);
        // Kept in memory: ImageIO's own default would write a file for every image.
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MOST_PIXELS) {
                throw new UnreadableImageException(
                        height + " × " + width + " pixels, more than the " + MOST_PIXELS + " that are allowed");
            }
            return reader.read(0);
        } catch (IOException | RuntimeException e) { // what decoders throw at damaged files
            refuseToTakeForDamage(e);
            throw new UnreadableImageException("damaged: " + e.getMessage(), e);
        } finally {
            reader.dispose();
        }
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

    private static ImageReader reader(byte[] content) throws UnreadableImageException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format(content));
        if (!readers.hasNext()) {
            throw new IllegalStateException("every Java platform reads PNG and JPEG");
        }
        return readers.next();
    }

    /** By the first bytes, whatever the file is called. */
    private static String format(byte[] content) throws UnreadableImageException {
        if (content.length == 0) {
            throw new UnreadableImageException("empty file");
        }
        if (startsWith(content, 0x89, 'P', 'N', 'G')) {
            return "png";
        }
        if (startsWith(content, 0xff, 0xd8, 0xff)) {
            return "jpeg";
        }
        throw new UnreadableImageException("neither PNG nor JPEG");
    }

    private static boolean startsWith(byte[] content, int... start) {
        if (content.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((content[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
