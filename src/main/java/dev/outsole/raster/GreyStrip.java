package dev.outsole.raster;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/** Makes decoded images, or strips of them, grey row by row: see {@link Luminance}. */
final class GreyStrip {

    private GreyStrip() {}

    static void send(BufferedImage image, RowTarget target) {
        ColorModel colours = image.getColorModel();
        if (colours instanceof IndexColorModel || colours.getColorSpace().getType() == ColorSpace.TYPE_RGB) {
            sendColours(inSrgb(image), target);
        } else if (colours.getNumColorComponents() == 1) {
            sendGrey(image, target);
        } else if (colours.getNumColorComponents() == 4 && colours.getComponentSize(0) == Byte.SIZE) {
            sendInk(image.getRaster(), target);
        } else {
            sendColours(inSrgb(image), target);
        }
    }

    private static BufferedImage inSrgb(BufferedImage image) {
        ColorModel colours = image.getColorModel();
        if (colours instanceof IndexColorModel || colours.getColorSpace().isCS_sRGB()) {
            return image;
        }
        BufferedImage converted = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        return new ColorConvertOp(null).filter(image, converted);
    }

    /** Samples as they are in the file: Java's own conversion of grey to RGB would brighten them. */
    private static void sendGrey(BufferedImage image, RowTarget target) {
        Raster raster = image.getRaster();
        int width = image.getWidth();
        double largest = (1L << image.getColorModel().getComponentSize(0)) - 1;
        boolean alpha = image.getColorModel().hasAlpha();
        byte[] grey = new byte[width];
        int[] samples = new int[width];
        int[] opacity = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getSamples(0, y, width, 1, 0, samples);
            if (alpha) {
                raster.getSamples(0, y, width, 1, 1, opacity);
            }
            for (int x = 0; x < width; x++) {
                grey[x] = Luminance.ofGrey(samples[x], largest, alpha ? opacity[x] / largest : 1);
            }
            target.row(grey);
        }
    }

    private static void sendColours(BufferedImage image, RowTarget target) {
        int width = image.getWidth();
        byte[] grey = new byte[width];
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int argb = row[x];
                grey[x] = Luminance.of(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff, argb >>> 24);
            }
            target.row(grey);
        }
    }

    /** Not by an ink profile that this machine may have, and others not. */
    private static void sendInk(Raster raster, RowTarget target) {
        int width = raster.getWidth();
        int bands = raster.getNumBands();
        byte[] grey = new byte[width];
        int[] row = new int[width * bands];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int x = 0; x < width; x++) {
                int at = x * bands;
                grey[x] = Luminance.ofInk(row[at], row[at + 1], row[at + 2], row[at + 3]);
            }
            target.row(grey);
        }
    }
}
