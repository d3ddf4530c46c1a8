package dev.outsole.spark;

import dev.outsole.UserError;
import dev.outsole.neighbour.PreparedImages;
import dev.outsole.pixel.PixelFeatures;
import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Reads the images that a features column was made of. */
final class ImageSource implements Serializable {
    private static final long serialVersionUID = 1;

    private final Features features;
    private final String column;
    private final int position;
    private final PixelFeatures preparation;

    ImageSource(StructType schema, String featuresColumn, String column, PixelFeatures preparation) {
        this.features = Features.of(schema, featuresColumn);
        this.column = column;
        this.position = schema.fieldIndex(column);
        this.preparation = preparation;
    }

    /** An image and what is made of it. */
    @SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
    record Prepared(byte[] image, float[] features) implements Serializable {}

    /**
     * The image of a row, with its features.
     *
     * @throws UserError if the features aren't what is made of the image, to the last bit
     */
    Prepared read(Row row) {
        float[] expected = features.read(row);
        if (row.get(position) instanceof byte[] image
                && Arrays.equals(PreparedImages.row(preparation, image), expected)) {
            return new Prepared(image, expected);
        }
        throw new UserError("nearest neighbours: the features of a row are not its image in column '" + column
                + "', prepared as the stage was told; set no images");
    }
}
