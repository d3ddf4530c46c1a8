package dev.outsole.spark;

import dev.outsole.UserError;
import dev.outsole.image.ImageShape;
import dev.outsole.raster.ImageFile;
import dev.outsole.raster.UnreadableImageException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Files of PNG and JPEG images. What is neither, or damaged, is rejected, not skipped; Spark's own {@code binaryFile} source would skip empty
 * files. A file that can't be read is no image that can't be scored: its task fails, Spark tries it again, and then the job fails.
 */
final class PictureInput {
    private static final StructType SCHEMA = new StructType()
            .add("path", DataTypes.StringType, false)
            .add(IncomingImages.PIXELS, DataTypes.BinaryType, true)
            .add(IncomingImages.REASON, DataTypes.StringType, true);
    /** Some seconds of work: a task has its own cost. */
    private static final int FILES_A_TASK = 2000;
    /** A file of more is no picture that anyone would bring down to a model's shape. */
    private static final long MOST_BYTES = 1 << 27;

    private PictureInput() {}

    static IncomingImages open(SparkSession spark, List<String> files, ImageShape shape) {
        SerializableConfiguration hadoop =
                new SerializableConfiguration(spark.sparkContext().hadoopConfiguration());
        int tasks = Math.max(Sessions.slots(spark), files.size() / FILES_A_TASK);
        JavaRDD<Row> rows = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(files, Math.min(tasks, files.size()))
                .map(file -> row(file, hadoop.value(), shape));
        // Both the good and the rejected ones are asked for, and each file is to be read once.
        return new IncomingImages(spark.createDataFrame(rows, SCHEMA).persist(StorageLevel.DISK_ONLY()), files.size());
    }

    private static Row row(String file, Configuration hadoop, ImageShape shape) {
        try {
            FileSystem files = new Path(file).getFileSystem(hadoop);
            long length = files.getFileStatus(new Path(file)).getLen();
            return length > MOST_BYTES
                    ? row(file, null, length + " bytes, more than the " + MOST_BYTES + " that are allowed")
                    : row(file, ImageFile.pixels(content(files, new Path(file), length), shape), null);
        } catch (UnreadableImageException e) {
            return row(file, null, e.getMessage());
        } catch (FileNotFoundException | AccessDeniedException | AccessControlException e) {
            throw new UserError(
                    file + " can't be read (" + e.getMessage() + "): let this user read it, or take it away", e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read (" + e.getMessage() + ")", e);
        } catch (OutOfMemoryError e) {
            throw (Error) new OutOfMemoryError(e.getMessage() + ", in decoding " + file).initCause(e);
        }
    }

    private static byte[] content(FileSystem files, Path file, long length) throws IOException {
        byte[] content = new byte[(int) length];
        try (FSDataInputStream in = files.open(file)) {
            in.readFully(0, content);
        }
        return content;
    }

    private static Row row(String path, byte @Nullable [] pixels, @Nullable String reason) {
        return RowFactory.create(path, pixels, reason);
    }
}
