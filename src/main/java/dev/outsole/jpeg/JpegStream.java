package dev.outsole.jpeg;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** The bytes of a JPEG file from front to back, with its markers and segments. */
final class JpegStream {
    static final int START_OF_IMAGE = 0xd8;
    static final int END_OF_IMAGE = 0xd9;
    static final int START_OF_SCAN = 0xda;
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;

    JpegStream(InputStream in) {
        this.in = in;
    }

    /** The next byte, from 0 to 255, or -1 at the end of the file. */
    int next() throws IOException {
        return at < end || refill() ? buffer[at++] & 0xff : -1;
    }

    private boolean refill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    private int need() throws IOException {
        int value = next();
        if (value < 0) {
            throw new EOFException("the file ends before its end marker");
        }
        return value;
    }

    /** The marker that stands here; fill bytes before it may be any number. */
    int marker() throws IOException {
        int first = need();
        if (first != 0xff) {
            throw new IOException(String.format(Locale.ROOT, "0x%02x where a marker should be", first));
        }
        int marker = need();
        while (marker == 0xff) {
            marker = need();
        }
        return marker;
    }

    /** The content of the segment that follows its marker. */
    byte[] segment() throws IOException {
        int length = (need() << 8 | need()) - 2;
        if (length < 0) {
            throw new IOException("a segment of less than no bytes");
        }
        byte[] content = new byte[length];
        for (int i = 0; i < length; i++) {
            content[i] = (byte) need();
        }
        return content;
    }

    /** Passes over the coded data of a scan, to the marker that ends it; restart markers belong to the data. */
    int skipScan() throws IOException {
        while (true) {
            int value = need();
            while (value == 0xff) {
                value = need();
                if (value != 0 && value != 0xff && !isRestart(value)) {
                    return value;
                }
            }
        }
    }

    static boolean isRestart(int marker) {
        return marker >= 0xd0 && marker <= 0xd7;
    }
}
