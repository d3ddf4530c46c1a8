package dev.outsole.image;

import dev.outsole.UserError;
import java.io.Serializable;

/** Height and width of a grey image in pixels, one unsigned byte each, stored row by row. */
public record ImageShape(int height, int width) implements Serializable {

    public ImageShape {
        if (height < 1 || width < 1 || (long) height * width > Integer.MAX_VALUE) {
            throw new UserError("image shape " + height + " × " + width
                    + ": height and width must be at least 1, their product at most 2147483647");
        }
    }

    /** Number of pixels, which is the length of an image's byte array. */
    public int pixels() {
        return height * width;
    }

    @Override
    public String toString() {
        return height + " × " + width;
    }
}
