package dev.outsole.spark;

import static org.apache.spark.sql.functions.col;

import java.io.Closeable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Images that are to be scored, and those among them that can't be.
 *
 * @param rows what identifies an image, then {@code pixels}, then {@code reason}: why it can't be scored, else null
 * @param count how many there are of both
 * @param leftOut how many files were left out: hidden ones, and such as programs leave behind
 */
public record IncomingImages(Dataset<Row> rows, long count, long leftOut) implements Closeable {
    static final String PIXELS = "pixels";
    public static final String REASON = "reason";

    /** Those that can be scored, with what identifies them and their pixels. */
    public Dataset<Row> good() {
        return rows.where(col(REASON).isNull()).drop(REASON);
    }

    /** The others, with what identifies them and the reason. */
    public Dataset<Row> rejected() {
        return rows.where(col(REASON).isNotNull()).drop(PIXELS);
    }

    /** Which images they are. */
    public ImageSum sum() {
        return ImageSum.of(rows.drop(PIXELS, REASON));
    }

    /** Releases what Spark may hold of them. */
    @Override
    public void close() {
        rows.unpersist();
    }
}
