package dev.outsole.tune;

import dev.outsole.image.ImageShape;
import java.util.Random;

/** A part of an image. */
record Rectangle(int top, int left, int height, int width) {

    /** A quarter to half as high and as wide as the image, somewhere in it. */
    static Rectangle draw(ImageShape shape, Random random) {
        int height = length(shape.height(), random);
        int width = length(shape.width(), random);
        return new Rectangle(
                random.nextInt(shape.height() - height + 1), random.nextInt(shape.width() - width + 1), height, width);
    }

    private static int length(int side, Random random) {
        int least = (side + 3) / 4;
        return least + random.nextInt((side + 1) / 2 - least + 1);
    }

    /** The image, with another's content in the rectangle. */
    float[] filled(float[] image, float[] content, ImageShape shape) {
        float[] filled = image.clone();
        for (int row = top; row < top + height; row++) {
            int start = row * shape.width() + left;
            System.arraycopy(content, start, filled, start, width);
        }
        return filled;
    }
}
