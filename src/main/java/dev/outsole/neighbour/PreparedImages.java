package dev.outsole.neighbour;

import dev.outsole.image.PixelScale;
import dev.outsole.pixel.PixelFeatures;
import java.io.Serializable;
import java.util.stream.IntStream;

/**
 * Images that training rows are made of: they take a byte a pixel, the rows at least four, and give the same rows each time.
 *
 * @param preparation what is made of each image
 * @param pixels of each image, row by row; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
public record PreparedImages(PixelFeatures preparation, byte[][] pixels) implements Serializable {

    /** The rows, {@code [n × d]}. */
    float[][] rows() {
        return IntStream.range(0, pixels.length)
                .parallel()
                .mapToObj(i -> row(preparation, pixels[i]))
                .toArray(float[][]::new);
    }

    /** The row that is made of an image. */
    public static float[] row(PixelFeatures preparation, byte[] image) {
        return preparation.of(PixelScale.toUnit(image));
    }
}
