package dev.outsole.raster;

import dev.outsole.image.ImageShape;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * An image in grey. Colours become 0.299 red + 0.587 green + 0.114 blue (ITU-R BT.601), what is transparent is laid on black, and samples of
 * more or fewer than 8 bits are scaled to 0 to 255; each rounded to the nearest whole number.
 *
 * @param pixels one unsigned byte each, row by row; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // a step on the way to pixels, never compared
record GreyImage(ImageShape shape, byte[] pixels) {
    private static final int LARGEST_BYTE = 255;

    static GreyImage of(BufferedImage image) {
        ColorModel colours = image.getColorModel();
        boolean grey = colours.getNumColorComponents() == 1 && !(colours instanceof IndexColorModel);
        ImageShape shape = new ImageShape(image.getHeight(), image.getWidth());
        return new GreyImage(shape, grey ? fromGrey(image) : fromColours(image));
    }

    /** Samples as they are in the file: Java's own conversion of grey to RGB would brighten them. */
    private static byte[] fromGrey(BufferedImage image) {
        Raster raster = image.getRaster();
        int width = image.getWidth();
        double largest = (1L << image.getColorModel().getComponentSize(0)) - 1;
        boolean alpha = image.getColorModel().hasAlpha();
        byte[] pixels = new byte[width * image.getHeight()];
        int[] samples = new int[width];
        int[] opacity = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getSamples(0, y, width, 1, 0, samples);
            if (alpha) {
                raster.getSamples(0, y, width, 1, 1, opacity);
            }
            for (int x = 0; x < width; x++) {
                double share = samples[x] / largest * (alpha ? opacity[x] / largest : 1);
                pixels[y * width + x] = (byte) Math.round(share * LARGEST_BYTE);
            }
        }
        return pixels;
    }

    private static byte[] fromColours(BufferedImage image) {
        int width = image.getWidth();
        byte[] pixels = new byte[width * image.getHeight()];
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = (byte) Math.round(luminance(row[x]));
            }
        }
        return pixels;
    }

    private static double luminance(int argb) {
        int alpha = argb >>> 24;
        int red = argb >> 16 & 0xff;
        int green = argb >> 8 & 0xff;
        int blue = argb & 0xff;
        return (0.299 * red + 0.587 * green + 0.114 * blue) * alpha / LARGEST_BYTE;
    }

    /** The image stretched to another shape by area averaging: each new pixel is the mean of the area that it covers, rounded. */
    GreyImage resized(ImageShape wanted) {
        if (wanted.equals(shape)) {
            return this;
        }
        float[] values = new float[pixels.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = pixels[i] & 0xff;
        }
        float[] narrowed = AreaAverage.alongRows(values, shape.height(), shape.width(), wanted.width());
        float[] resized = AreaAverage.alongColumns(narrowed, shape.height(), wanted.width(), wanted.height());
        byte[] rounded = new byte[resized.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (byte) Math.round(resized[i]);
        }
        return new GreyImage(wanted, rounded);
    }
}
