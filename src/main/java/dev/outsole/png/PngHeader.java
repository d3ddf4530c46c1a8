package dev.outsole.png;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What a whole PNG file says of itself. It is read to its end, and its checksums with it.
 *
 * @param depth bits a sample: 1, 2, 4, 8 or 16
 * @param colour its colour type: 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGB with alpha
 * @param interlaced whether its pixels come in seven passes
 * @param palette three bytes a colour; empty without
 * @param transparency how opaque a palette's colours are, or the colour that is transparent; empty without
 * @param exif the content of its eXIf chunk (a TIFF structure), if it has one
 * @param profile its ICC profile, if it has one
 */
@SuppressWarnings("ArrayRecordComponent") // a step on the way to pixels, never compared
public record PngHeader(
        int height,
        int width,
        int depth,
        int colour,
        boolean interlaced,
        byte[] palette,
        byte[] transparency,
        Optional<byte[]> exif,
        Optional<byte[]> profile) {
    static final int GREY = 0;
    static final int RGB = 2;
    static final int PALETTE = 3;
    static final int GREY_ALPHA = 4;
    static final int RGB_ALPHA = 6;
    private static final int MOST_SIDE_DATA = 1 << 22;

    /**
     * Reads a file up to its end chunk; what follows that is left alone.
     *
     * @throws IOException if it is damaged, which the message describes
     */
    public static PngHeader read(InputStream in) throws IOException {
        ChunkStream chunks = new ChunkStream(in);
        if (!chunks.next().equals("IHDR") || chunks.left() != 13) {
            throw new IOException("no header");
        }
        ByteBuffer first = ByteBuffer.wrap(chunks.content());
        byte[] palette = {};
        byte[] transparency = {};
        Optional<byte[]> exif = Optional.empty();
        Optional<byte[]> profile = Optional.empty();
        boolean data = false;
        String type = chunks.next();
        while (!type.equals("IEND")) {
            boolean small = chunks.left() <= MOST_SIDE_DATA;
            switch (type) {
                case "PLTE" -> palette = small ? chunks.content() : palette;
                case "tRNS" -> transparency = small ? chunks.content() : transparency;
                case "eXIf" -> exif = small ? Optional.of(chunks.content()) : exif;
                case "iCCP" -> profile = small ? unpacked(chunks.content()) : profile;
                case "IDAT" -> data = true;
                default -> requireKnown(type);
            }
            type = chunks.next();
        }
        chunks.finish();
        PngHeader header = new PngHeader(
                first.getInt(4),
                first.getInt(0),
                first.get(8),
                first.get(9),
                first.get(12) != 0,
                palette,
                transparency,
                exif,
                profile);
        header.check(data);
        return header;
    }

    private static void requireKnown(String type) throws IOException {
        if (Character.isUpperCase(type.charAt(0))) {
            throw new IOException("chunk " + type + ", which no image has");
        }
    }

    private void check(boolean data) throws IOException {
        boolean known = switch (colour) {
            case GREY -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
            case PALETTE -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
            case RGB, GREY_ALPHA, RGB_ALPHA -> depth == 8 || depth == 16;
            default -> false;
        };
        if (!known || height < 1 || width < 1) {
            throw new IOException(height + " × " + width + " pixels of colour type " + colour + ", " + depth + " bits");
        }
        if (!data || (colour == PALETTE && palette.length < 3)) {
            throw new IOException(data ? "no palette" : "no pixels");
        }
    }

    /** Samples a pixel in the file. */
    int samples() {
        return switch (colour) {
            case GREY, PALETTE -> 1;
            case GREY_ALPHA -> 2;
            case RGB -> 3;
            default -> 4;
        };
    }

    /** Bytes of a row of so many pixels. */
    int rowBytes(int pixels) {
        return Math.toIntExact(((long) pixels * samples() * depth + 7) / 8);
    }

    /** A profile's name, a zero, the method of compression, then the profile, compressed. One that can't be unpacked counts as none. */
    private static Optional<byte[]> unpacked(byte[] content) {
        int name = 0;
        while (name < content.length && content[name] != 0) {
            name++;
        }
        Inflater inflater = new Inflater();
        try {
            byte[] profile = new byte[MOST_SIDE_DATA];
            inflater.setInput(content, Math.min(content.length, name + 2), Math.max(0, content.length - name - 2));
            int length = inflater.inflate(profile);
            return inflater.finished() ? Optional.of(java.util.Arrays.copyOf(profile, length)) : Optional.empty();
        } catch (DataFormatException e) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }
}
