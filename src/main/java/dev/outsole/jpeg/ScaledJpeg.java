package dev.outsole.jpeg;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decodes a JPEG file at a part of its size. */
public final class ScaledJpeg {
    private static final int HUFFMAN_TABLES = 0xc4;
    private static final int QUANTIZATION_TABLES = 0xdb;
    private static final int RESTART_INTERVAL = 0xdd;

    private final JpegStream in;
    private final JpegFrame frame;
    private final List<Coefficients> components;
    private final @Nullable HuffmanTable[][] huffman = new HuffmanTable[2][4];
    private final int[][] quantization = new int[4][64];
    private int interval;

    private ScaledJpeg(InputStream in, JpegFrame frame, int size) {
        this.in = new JpegStream(in);
        this.frame = frame;
        this.components = frame.components().stream()
                .map(component -> new Coefficients(frame, component, size))
                .toList();
    }

    /**
     * The image, at so many eighths of its size.
     *
     * @param header of the same file; {@link JpegFrame#isCommon} holds
     * @param size 1, 2 or 4
     * @throws IOException if the file is damaged, which the message describes
     */
    public static ScaledImage decode(InputStream in, JpegHeader header, int size) throws IOException {
        ScaledJpeg jpeg = new ScaledJpeg(in, header.frame(), size);
        jpeg.read();
        return new ScaledImage(header.frame(), jpeg.components, jpeg.quantization, size);
    }

    /** The memory that decoding takes, in bytes. */
    public static long memory(JpegFrame frame, int size) {
        long blocks = 0;
        long units = (long) frame.unitsAcross() * frame.unitsDown();
        for (JpegFrame.Component component : frame.components()) {
            blocks += units * component.horizontal() * component.vertical();
        }
        return blocks * (2L * size * size + (frame.isProgressive() ? Long.BYTES : 0));
    }

    private void read() throws IOException {
        in.marker();
        int marker = in.marker();
        while (marker != JpegStream.END_OF_IMAGE) {
            byte[] segment = in.segment();
            if (marker == JpegStream.START_OF_SCAN) {
                marker = new ScanReader(frame, Scan.read(segment, components), in, huffman).read(interval);
            } else {
                take(marker, segment);
                marker = in.marker();
            }
        }
    }

    private void take(int marker, byte[] segment) throws IOException {
        try {
            switch (marker) {
                case HUFFMAN_TABLES -> takeHuffmanTables(segment);
                case QUANTIZATION_TABLES -> takeQuantizationTables(segment);
                case RESTART_INTERVAL -> interval = JpegFrame.number(segment, 0);
                default -> {
                    // A frame header, which is known, or something that the pixels don't depend on.
                }
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            throw new IOException("a table that is cut off", e);
        }
    }

    private void takeHuffmanTables(byte[] segment) throws IOException {
        int at = 0;
        while (at < segment.length) {
            int head = segment[at++] & 0xff;
            int[] counts = new int[16];
            int all = 0;
            for (int i = 0; i < 16; i++) {
                counts[i] = segment[at++] & 0xff;
                all += counts[i];
            }
            byte[] symbols = new byte[all];
            for (int i = 0; i < all; i++) {
                symbols[i] = segment[at++];
            }
            huffman[head >> 4][head & 15] = new HuffmanTable(counts, symbols);
        }
    }

    /** In natural order. */
    private void takeQuantizationTables(byte[] segment) {
        int at = 0;
        while (at < segment.length) {
            int head = segment[at++] & 0xff;
            int[] table = quantization[head & 15];
            for (int i = 0; i < 64; i++) {
                int value = segment[at++] & 0xff;
                if (head >> 4 > 0) {
                    value = value << 8 | (segment[at++] & 0xff);
                }
                table[Coefficients.natural(i)] = value;
            }
        }
    }
}
