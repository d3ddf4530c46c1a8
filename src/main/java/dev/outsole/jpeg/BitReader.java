package dev.outsole.jpeg;

import java.io.IOException;

/** The bits of a scan, up to the marker that ends it or its restart interval. Bits beyond are an error: libjpeg would make some up. */
final class BitReader {
    private final JpegStream in;
    private long bits;
    private int count;
    private int marker;

    BitReader(JpegStream in) {
        this.in = in;
    }

    /** The next bits as a number, at most 16, without taking them; 0 where the data end. */
    int peek(int wanted) throws IOException {
        if (count < 32) {
            fill();
        }
        return (int) (count >= wanted ? bits >>> (count - wanted) : bits << (wanted - count)) & (1 << wanted) - 1;
    }

    /** Takes bits that were looked at. */
    void skip(int taken) throws IOException {
        if (taken > count) {
            throw new IOException("the data of a scan end too early");
        }
        count -= taken;
    }

    /** Takes at most 16 bits. */
    int take(int wanted) throws IOException {
        int value = peek(wanted);
        skip(wanted);
        return value;
    }

    /** A difference or coefficient of so many bits (T.81 F.2.2.1). */
    int signed(int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int value = take(length);
        return value < 1 << (length - 1) ? value - (1 << length) + 1 : value;
    }

    private void fill() throws IOException {
        while (count <= 48 && marker == 0) {
            int value = in.next();
            if (value == 0xff) {
                value = in.next();
                while (value == 0xff) {
                    value = in.next();
                }
                if (value != 0) {
                    marker = value;
                    return;
                }
                value = 0xff;
            }
            if (value < 0) {
                throw new IOException("the file ends within a scan");
            }
            bits = bits << 8 | value;
            count += 8;
        }
    }

    /** Ends a restart interval or a scan: gives the marker that must stand here, after less than a byte that fills up. */
    int end() throws IOException {
        fill();
        if (count >= 8 || marker == 0) {
            throw new IOException("the data of a scan go on where they should end");
        }
        int found = marker;
        bits = 0;
        count = 0;
        marker = 0;
        return found;
    }
}
