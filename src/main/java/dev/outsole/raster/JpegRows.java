package dev.outsole.raster;

import dev.outsole.jpeg.JpegColours;
import java.util.Optional;

/** Makes rows of a JPEG file's components grey. */
record JpegRows(JpegColours colours, Optional<Profile> profile) {

    /** Whether the first component alone is what is wanted: it is the luma of ITU-R BT.601 itself. */
    boolean needsFirstAlone() {
        return colours == JpegColours.GREY || (colours == JpegColours.YCBCR && profile.isEmpty());
    }

    /** @param rows a row of each component; the first may be changed */
    void convert(byte[][] rows, byte[] grey) {
        if (needsFirstAlone()) {
            System.arraycopy(rows[0], 0, grey, 0, grey.length);
            return;
        }
        switch (colours) {
            case CMYK -> fromInk(rows, grey, 0);
            case INVERTED_CMYK -> fromInk(rows, grey, 255);
            case INVERTED_YCCK -> {
                toRgb(rows);
                fromInk(rows, grey, 255);
            }
            case YCBCR -> {
                toRgb(rows);
                fromRgb(rows, grey);
            }
            case RGB -> fromRgb(rows, grey);
            case GREY, UNKNOWN -> throw new IllegalStateException(colours + " has no colours");
        }
    }

    private void fromRgb(byte[][] rows, byte[] grey) {
        byte[] rgb = new byte[3 * grey.length];
        for (int i = 0; i < grey.length; i++) {
            for (int c = 0; c < 3; c++) {
                rgb[3 * i + c] = rows[c][i];
            }
        }
        profile.ifPresent(own -> own.convert(rgb));
        for (int i = 0; i < grey.length; i++) {
            grey[i] = Luminance.of(rgb[3 * i] & 0xff, rgb[3 * i + 1] & 0xff, rgb[3 * i + 2] & 0xff, 255);
        }
    }

    private static void fromInk(byte[][] rows, byte[] grey, int inverted) {
        for (int i = 0; i < grey.length; i++) {
            grey[i] = Luminance.ofInk(
                    (rows[0][i] & 0xff) ^ inverted,
                    (rows[1][i] & 0xff) ^ inverted,
                    (rows[2][i] & 0xff) ^ inverted,
                    (rows[3][i] & 0xff) ^ inverted);
        }
    }

    /** Luma and chroma to RGB (JFIF 1.02). */
    private static void toRgb(byte[][] rows) {
        for (int i = 0; i < rows[0].length; i++) {
            int luma = rows[0][i] & 0xff;
            int blue = (rows[1][i] & 0xff) - 128;
            int red = (rows[2][i] & 0xff) - 128;
            rows[0][i] = clamped(luma + 1.402 * red);
            rows[1][i] = clamped(luma - 0.344136 * blue - 0.714136 * red);
            rows[2][i] = clamped(luma + 1.772 * blue);
        }
    }

    private static byte clamped(double value) {
        return (byte) Math.max(0, Math.min(255, Math.round(value)));
    }
}
