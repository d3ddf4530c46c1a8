package dev.outsole.jpeg;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a whole JPEG file says of itself. It is read to its end marker, so that a file that was cut off is known before its pixels are decoded.
 *
 * @param scans parts that the image comes in: a progressive file takes as much time for each as a plain one for all
 * @param exif the content of its EXIF segment (a TIFF structure), if it has one
 * @param profile its ICC profile, if it has one
 */
@SuppressWarnings("ArrayRecordComponent") // a step on the way to pixels, never compared
public record JpegHeader(
        JpegFrame frame, JpegColours colours, int scans, Optional<byte[]> exif, Optional<byte[]> profile) {

    /**
     * Reads a file up to its end marker; what follows that, such as the film that some telephones append, is left alone.
     *
     * @throws IOException if it is damaged, which the message describes
     */
    public static JpegHeader read(InputStream in) throws IOException {
        return new Reader(new JpegStream(in)).read();
    }

    private static final class Reader {
        private static final byte[] EXIF = ascii("Exif\0\0");
        private static final byte[] ICC = ascii("ICC_PROFILE\0");
        private static final byte[] ADOBE = ascii("Adobe");
        private static final byte[] JFIF = ascii("JFIF\0");
        private static final int JFIF_SEGMENT = 0xe0;
        private static final int EXIF_SEGMENT = 0xe1;
        private static final int ICC_SEGMENT = 0xe2;
        private static final int ADOBE_SEGMENT = 0xee;

        private final JpegStream in;
        private final SortedMap<Integer, byte[]> profile = new TreeMap<>();
        private Optional<JpegFrame> frame = Optional.empty();
        private Optional<byte[]> exif = Optional.empty();
        private boolean jfif;
        private int adobe = -1;
        private int scans;

        Reader(JpegStream in) {
            this.in = in;
        }

        JpegHeader read() throws IOException {
            if (in.marker() != JpegStream.START_OF_IMAGE) {
                throw new IOException("no start marker");
            }
            int marker = in.marker();
            while (marker != JpegStream.END_OF_IMAGE) {
                marker = pass(marker);
            }
            JpegFrame found = frame.orElseThrow(() -> new IOException("no frame header"));
            if (scans == 0) {
                throw new IOException("no scan: it holds no pixels");
            }
            return new JpegHeader(found, JpegColours.of(found, jfif, adobe), scans, exif, wholeProfile());
        }

        /** Passes a segment, and a scan's data with it; gives the next marker. */
        private int pass(int marker) throws IOException {
            byte[] segment = in.segment();
            if (marker == JpegStream.START_OF_SCAN) {
                scans++;
                return in.skipScan();
            }
            if (JpegFrame.isFrame(marker)) {
                if (frame.isPresent()) {
                    throw new IOException("two frame headers");
                }
                frame = Optional.of(JpegFrame.read(marker, segment));
            }
            note(marker, segment);
            return in.marker();
        }

        private void note(int marker, byte[] segment) {
            if (marker == JFIF_SEGMENT && starts(segment, JFIF)) {
                jfif = true;
            } else if (marker == EXIF_SEGMENT && starts(segment, EXIF) && exif.isEmpty()) {
                exif = Optional.of(Arrays.copyOfRange(segment, EXIF.length, segment.length));
            } else if (marker == ICC_SEGMENT && starts(segment, ICC) && segment.length > ICC.length + 2) {
                profile.put(segment[ICC.length] & 0xff, segment);
            } else if (marker == ADOBE_SEGMENT && starts(segment, ADOBE) && segment.length >= 12) {
                adobe = segment[11] & 0xff;
            }
        }

        /** It comes in numbered pieces of at most 64 KiB. */
        private Optional<byte[]> wholeProfile() {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            profile.values().forEach(piece -> whole.write(piece, ICC.length + 2, piece.length - ICC.length - 2));
            return profile.isEmpty() ? Optional.empty() : Optional.of(whole.toByteArray());
        }

        private static boolean starts(byte[] segment, byte[] start) {
            return segment.length >= start.length && Arrays.equals(segment, 0, start.length, start, 0, start.length);
        }

        private static byte[] ascii(String text) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }
    }
}
