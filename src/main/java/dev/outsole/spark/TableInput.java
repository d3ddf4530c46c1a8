package dev.outsole.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.outsole.UserError;
import dev.outsole.image.ImageShape;
import dev.outsole.work.Attempt;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkException;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Images in Parquet: {@code pixels}, and at least one more column, that identifies an image. */
final class TableInput {

    private TableInput() {}

    /** A table that {@code ingest} has made. */
    static IncomingImages ingested(SparkSession spark, String folder, ImageShape shape) {
        TableInfo info = ImageTable.open(spark, folder).info();
        requireShape(info.shape(), shape, "the image table " + folder);
        IncomingImages images = parquet(spark, new Path(folder, ImageTable.ROWS).toString(), shape);
        if (images.count() != info.count()) {
            throw new UserError("the image table " + folder + " has " + images.count() + " images instead of "
                    + info.count() + ": copy it again from where it was made");
        }
        return images;
    }

    static void requireShape(ImageShape theirs, ImageShape wanted, String what) {
        if (!theirs.equals(wanted)) {
            throw new UserError("the images of " + what + " are " + theirs + " pixels, the model's are " + wanted
                    + ": name images of the model's shape, or a model of theirs");
        }
    }

    /** Parquet files of any origin. */
    static IncomingImages parquet(SparkSession spark, String path, ImageShape shape) {
        Dataset<Row> rows = readable(path, () -> ParquetFiles.read(spark, HadoopPaths.of(path)));
        requireColumns(rows.schema(), path);
        long count = readable(path, rows::count); // by what stands at the end of each file
        return new IncomingImages(rows.withColumn(IncomingImages.REASON, reason(shape)), count, 0);
    }

    private static <T> T readable(String path, Supplier<T> work) {
        Attempt<T> attempt = Attempt.of(work::get);
        if (attempt instanceof Attempt.Failed<T> failed) {
            Throwable e = failed.failure().thrown();
            if (e instanceof AnalysisException || e instanceof SparkException) {
                throw new UserError(path + " can't be read as Parquet: " + firstLine(e), e);
            }
        }
        return attempt.orThrow();
    }

    private static String firstLine(Throwable e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }

    private static void requireColumns(StructType schema, String path) {
        List<String> columns = Arrays.asList(schema.fieldNames());
        if (!columns.contains(IncomingImages.PIXELS)
                || !schema.apply(IncomingImages.PIXELS).dataType().equals(DataTypes.BinaryType)) {
            throw new UserError(path + " has columns " + columns
                    + ": a table of images needs a column pixels of type binary, one unsigned byte a pixel");
        }
        if (columns.size() < 2) {
            throw new UserError(path + " has a column pixels alone: add one that identifies an image, such as index");
        }
        for (String added : ImageScores.ADDED) {
            if (columns.contains(added)) {
                throw new UserError(path + " has a column " + added + ", which scores would be written to: rename it");
            }
        }
    }

    private static Column reason(ImageShape shape) {
        Column pixels = col(IncomingImages.PIXELS);
        return when(pixels.isNull(), "pixels is null")
                .when(
                        length(pixels).notEqual(shape.pixels()),
                        concat(
                                length(pixels).cast(DataTypes.StringType),
                                lit(" pixels; the model's images are " + shape + " = " + shape.pixels())));
    }
}
