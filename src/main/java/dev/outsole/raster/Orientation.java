package dev.outsole.raster;

import dev.outsole.image.ImageShape;

/**
 * How a picture is to be turned to be upright: the eight values of EXIF's tag Orientation.
 *
 * @param value from 1, upright, to 8
 */
record Orientation(int value) {
    static final Orientation UPRIGHT = new Orientation(1);

    /** Any other value than those eight is none. */
    static Orientation of(int value) {
        return value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
    }

    private boolean swapsSides() {
        return value >= 5;
    }

    /** The shape that becomes {@code upright} when it is turned. */
    ImageShape before(ImageShape upright) {
        int across = upright.height();
        int down = upright.width();
        return swapsSides() ? new ImageShape(down, across) : upright;
    }

    /**
     * Turns an image.
     *
     * @param stored as it is stored, row by row
     * @param upright its shape once it is turned
     */
    byte[] turn(byte[] stored, ImageShape upright) {
        if (value == 1) {
            return stored;
        }
        ImageShape shape = before(upright);
        byte[] turned = new byte[stored.length];
        for (int y = 0; y < upright.height(); y++) {
            for (int x = 0; x < upright.width(); x++) {
                turned[y * upright.width() + x] = stored[place(y, x, shape)];
            }
        }
        return turned;
    }

    /** Where the upright pixel is stored. 2 to 4 mirror rows or columns; 5 to 8 do so after the sides are swapped. */
    private int place(int y, int x, ImageShape stored) {
        int row = swapsSides() ? x : y;
        int column = swapsSides() ? y : x;
        boolean fromBelow = value == 3 || value == 4 || value == 7 || value == 6;
        boolean fromRight = value == 2 || value == 3 || value == 7 || value == 8;
        int storedRow = fromBelow ? stored.height() - 1 - row : row;
        int storedColumn = fromRight ? stored.width() - 1 - column : column;
        return storedRow * stored.width() + storedColumn;
    }
}
