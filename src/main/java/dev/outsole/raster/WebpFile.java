package dev.outsole.raster;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.imageio.stream.ImageInputStream;

/**
 * What the chunks of a WebP file (RIFF) say.
 *
 * @param exif the content of its EXIF chunk (a TIFF structure), if it has one
 */
record WebpFile(Optional<byte[]> exif) {
    /** The decoder takes some 25 bytes of memory a pixel. */
    private static final int MOST_PIXELS = 2_000_000;

    private static final int MOST_EXIF = 1 << 20;
    private static final int HEAD = 8;
    private static final int TAIL = 16;

    /** @throws IOException if the file is shorter than it says */
    static WebpFile read(PictureSource source) throws IOException {
        ImageInputStream in = source.input();
        in.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        in.seek(4);
        long end = HEAD + in.readUnsignedInt();
        if (end > source.length()) {
            throw new IOException("the file has " + source.length() + " bytes, of " + end);
        }
        Optional<byte[]> exif = Optional.empty();
        long at = HEAD + 4;
        while (at + HEAD <= end) {
            in.seek(at);
            byte[] type = new byte[4];
            in.readFully(type);
            long length = in.readUnsignedInt();
            if (at + HEAD + length > end) {
                throw new IOException("a chunk goes beyond the file's end");
            }
            String name = new String(type, StandardCharsets.US_ASCII);
            if (name.startsWith("VP8") && !name.equals("VP8X")) {
                requireContent(in, at + HEAD + length);
            }
            if (name.equals("EXIF") && length <= MOST_EXIF) {
                in.seek(at + HEAD);
                byte[] content = new byte[(int) length];
                in.readFully(content);
                exif = Optional.of(content);
            }
            at += HEAD + length + (length & 1);
        }
        return new WebpFile(exif);
    }

    /** Coded pixels don't end in many zeros; a file whose end never came may. */
    private static void requireContent(ImageInputStream in, long end) throws IOException {
        byte[] last = new byte[TAIL];
        in.seek(Math.max(0, end - TAIL));
        in.readFully(last, 0, (int) Math.min(TAIL, end));
        for (byte value : last) {
            if (value != 0) {
                return;
            }
        }
        throw new IOException("it ends in zeros");
    }

    static void requireSmall(Picture picture) throws UnreadableImageException {
        if ((long) picture.height() * picture.width() > MOST_PIXELS) {
            throw new UnreadableImageException(picture.height() + " × " + picture.width()
                    + " pixels, more than the " + MOST_PIXELS
                    + " of a WebP file that can be decoded in little memory: save it as JPEG or PNG");
        }
    }
}
