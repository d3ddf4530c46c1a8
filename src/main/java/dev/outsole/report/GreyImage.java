package dev.outsole.report;

import dev.outsole.image.ImageShape;
import java.awt.image.BufferedImage;

/** Turns a data set's bytes into an image that can be drawn. */
final class GreyImage {
    /** So often each pixel stands in both directions: a viewer that smooths an enlarged image then shows it crisp all the same. */
    private static final int REPEAT = 4;

    /** Images of more pixels than this are drawn no larger than they are, and stay as they are. */
    private static final int SMALL = 64 * 64;

    private GreyImage() {}

    static BufferedImage of(ImageShape shape, byte[] pixels) {
        if (pixels.length != shape.pixels()) {
            throw new IllegalArgumentException(
                    "sample image of " + pixels.length + " bytes: one of " + shape + " has " + shape.pixels());
        }
        int repeat = shape.pixels() <= SMALL ? REPEAT : 1;
        BufferedImage image =
                new BufferedImage(shape.width() * repeat, shape.height() * repeat, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int grey = pixels[y / repeat * shape.width() + x / repeat] & 0xFF;
                image.getRaster().setSample(x, y, 0, grey);
            }
        }
        return image;
    }
}
