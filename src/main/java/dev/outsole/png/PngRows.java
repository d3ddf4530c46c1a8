package dev.outsole.png;

import java.io.IOException;
import java.io.InputStream;

/** Decodes a PNG file's pixels row by row. */
public final class PngRows {
    /** Adam7: where each pass starts and its steps, across and down. */
    private static final int[][] PASSES = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    private static final int[] WHOLE = {0, 0, 1, 1};

    private final PngHeader header;
    private final PngSamples samples;

    private PngRows(PngHeader header) {
        this.header = header;
        this.samples = new PngSamples(header);
    }

    /** Takes what is decoded. */
    public interface Target {
        /**
         * Some pixels of a row.
         *
         * @param y its number, from 0
         * @param x of the first of them
         * @param step from one to the next
         * @param count how many there are
         * @param samples {@link PngRows#channels} a pixel, from 0 to {@link PngRows#largest}; valid during the call
         */
        void row(int y, int x, int step, int count, int[] samples);
    }

    /** Samples a pixel that targets get: 1 grey, 2 grey and alpha, 3 RGB, 4 RGB and alpha. */
    public static int channels(PngHeader header) {
        return new PngSamples(header).channels();
    }

    public static int largest(PngHeader header) {
        return new PngSamples(header).largest();
    }

    /**
     * Decodes all rows, from the first to the last; of an interlaced image pass by pass.
     *
     * @param in the same file as the header's
     * @throws IOException if it is damaged, which the message describes
     */
    public static void read(InputStream in, PngHeader header, Target target) throws IOException {
        try (PixelData data = new PixelData(in)) {
            PngRows rows = new PngRows(header);
            if (header.interlaced()) {
                for (int[] pass : PASSES) {
                    rows.read(data, pass, target);
                }
            } else {
                rows.read(data, WHOLE, target);
            }
            data.finish();
        }
    }

    private void read(PixelData data, int[] pass, Target target) throws IOException {
        int count = parts(header.width() - pass[0], pass[2]);
        if (count == 0) {
            return;
        }
        int bytes = header.rowBytes(count);
        RowFilter filter = new RowFilter(bytes, Math.max(1, header.samples() * header.depth() / 8));
        int[] pixels = new int[count * samples.channels()];
        for (int y = pass[1]; y < header.height(); y += pass[3]) {
            byte[] row = filter.next(data);
            samples.unpack(row, count, pixels);
            target.row(y, pass[0], pass[2], count, pixels);
        }
    }

    private static int parts(int length, int step) {
        return length <= 0 ? 0 : (length + step - 1) / step;
    }
}
