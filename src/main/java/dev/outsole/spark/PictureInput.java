package dev.outsole.spark;

import dev.outsole.UserError;
import dev.outsole.image.ImageShape;
import dev.outsole.raster.ImageFile;
import dev.outsole.raster.PictureLimits;
import dev.outsole.raster.UnreadableImageException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
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
 * Picture files. What is none, or damaged, is rejected, not skipped; Spark's own {@code binaryFile} source would skip empty files. A file that
 * can't be read is no image that can't be scored: its task fails, Spark tries it again, and then the job fails.
 */
final class PictureInput {
    private static final StructType SCHEMA = new StructType()
            .add("path", DataTypes.StringType, false)
            .add(IncomingImages.PIXELS, DataTypes.BinaryType, true)
            .add(IncomingImages.REASON, DataTypes.StringType, true);
    /** Some seconds of work: a task has its own cost. */
    private static final int FILES_A_TASK = 2000;

    private PictureInput() {}

    static IncomingImages open(SparkSession spark, InputFiles found, ImageShape shape, PictureLimits limits) {
        SerializableConfiguration hadoop =
                new SerializableConfiguration(spark.sparkContext().hadoopConfiguration());
        List<String> files = found.named(name -> true);
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        List<Row> unreadable = found.unreadable().entrySet().stream()
                .map(entry -> row(entry.getKey().toString(), null, entry.getValue()))
                .toList();
        int tasks = Math.max(Sessions.slots(spark), files.size() / FILES_A_TASK);
        JavaRDD<Row> rows = context.parallelize(files, Math.max(1, Math.min(tasks, files.size())))
                .map(file -> row(file, hadoop.value(), shape, limits));
        JavaRDD<Row> all = unreadable.isEmpty() ? rows : rows.union(context.parallelize(unreadable, 1));
        // Both the good and the rejected ones are asked for, and each file is to be read once.
        return new IncomingImages(
                spark.createDataFrame(all, SCHEMA).persist(StorageLevel.DISK_ONLY()),
                files.size() + unreadable.size(),
                found.leftOut());
    }

    private static Row row(String file, Configuration hadoop, ImageShape shape, PictureLimits limits) {
        Path path = new Path(file);
        try (StoredPicture picture = StoredPicture.open(path.getFileSystem(hadoop), path)) {
            return row(file, ImageFile.pixels(picture, shape, limits), null);
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

    private static Row row(String path, byte @Nullable [] pixels, @Nullable String reason) {
        return RowFactory.create(path, pixels, reason);
    }
}
