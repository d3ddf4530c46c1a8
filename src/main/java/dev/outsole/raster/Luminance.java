package dev.outsole.raster;

/**
 * Grey of colours: 0.299 red + 0.587 green + 0.114 blue (ITU-R BT.601). What is transparent is laid on black, and samples of more or fewer than
 * 8 bits are scaled to 0 to 255; each rounded to the nearest whole number.
 */
final class Luminance {
    static final int LARGEST_BYTE = 255;

    private Luminance() {}

    /**
     * Of a grey pixel.
     *
     * @param sample from 0 to {@code largest}
     * @param opacity from 0 to 1
     */
    static byte ofGrey(int sample, double largest, double opacity) {
        return (byte) Math.round(sample / largest * opacity * LARGEST_BYTE);
    }

    /** Of a colour of 8 bits a channel. */
    static byte of(int red, int green, int blue, int alpha) {
        return (byte) Math.round((0.299 * red + 0.587 * green + 0.114 * blue) * alpha / LARGEST_BYTE);
    }

    /** From ink, 255 being all of it, by the plain rule: red = (255 - cyan) (255 - black) / 255. */
    static byte ofInk(int cyan, int magenta, int yellow, int black) {
        double light = (LARGEST_BYTE - black) / (double) LARGEST_BYTE;
        double grey =
                0.299 * (LARGEST_BYTE - cyan) + 0.587 * (LARGEST_BYTE - magenta) + 0.114 * (LARGEST_BYTE - yellow);
        return (byte) Math.round(grey * light);
    }
}
