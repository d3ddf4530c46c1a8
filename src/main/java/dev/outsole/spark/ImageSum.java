package dev.outsole.spark;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * Which images there are, summed up: two lots of images have the same sum if they are the same images, each as often as in the other, in
 * whatever order; where one is lost and another comes twice, their count is the same and their sums are not. A sum is of two hashes of 64
 * bits of what identifies an image.
 */
public record ImageSum(long count, BigDecimal first, BigDecimal second) {
    private static final DataType HASH = DataTypes.createDecimalType(20, 0);

    /** Of no images. */
    public static final ImageSum NONE = new ImageSum(0, BigDecimal.ZERO, BigDecimal.ZERO);

    /** Of images by the columns that identify one, all that there are. */
    public static ImageSum of(Dataset<Row> identified) {
        Column[] columns = columns(identified, Arrays.asList(identified.columns()));
        return of(identified.agg(columns[0], columns[1], columns[2]).head(), 0);
    }

    /** What a sum is aggregated by; {@link #of(Row, int)} reads it. */
    static Column[] columns(Dataset<Row> images, List<String> identifying) {
        return new Column[] {functions.count(lit(1)), total(images, identifying, 1), total(images, identifying, 2)};
    }

    /** Spark hashes no map. */
    private static Column total(Dataset<Row> images, List<String> identifying, int salt) {
        Column[] hashed = Arrays.stream(images.schema().fields())
                .filter(field -> identifying.contains(field.name()))
                .filter(field -> !field.dataType().catalogString().contains("map<"))
                .map(field -> images.col("`" + field.name() + "`"))
                .toArray(Column[]::new);
        Column[] salted = Arrays.copyOf(hashed, hashed.length + 1);
        salted[hashed.length] = lit(salt);
        return sum(xxhash64(salted).cast(HASH));
    }

    /** From its three columns, the first of which has this number. */
    static ImageSum of(Row row, int column) {
        return row.getLong(column) == 0
                ? NONE
                : new ImageSum(row.getLong(column), row.getDecimal(column + 1), row.getDecimal(column + 2));
    }

    /** Of both lots together. */
    public ImageSum plus(ImageSum other) {
        return new ImageSum(count + other.count, first.add(other.first), second.add(other.second));
    }
}
