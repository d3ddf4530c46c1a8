package dev.outsole.spark;

import dev.outsole.UserError;
import dev.outsole.idx.IdxFiles;
import dev.outsole.idx.IdxImages;
import dev.outsole.idx.IdxSource;
import dev.outsole.idx.Labels;
import dev.outsole.image.LabelledImage;
import dev.outsole.image.Split;
import dev.outsole.work.Attempt;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;

/** Reads IDX files from any Hadoop path: on the driver to check them, and as rows, one task a split (gzip can't be split further). */
final class IdxRows {

    private IdxRows() {}

    /** Opens both files of a split. */
    static IdxImages open(Configuration hadoop, IdxFiles files, Labels labels) throws IOException {
        InputStream images = stream(hadoop, files.images());
        return Attempt.of(() -> IdxImages.open(files, images, stream(hadoop, files.labels()), labels))
                .ifFailed(images::close)
                .orThrow();
    }

    static InputStream stream(Configuration hadoop, String file) {
        Path path = HadoopPaths.of(file);
        try {
            return HadoopPaths.fileSystem(path, hadoop).open(path);
        } catch (IOException e) {
            throw new UserError(
                    file + " can't be read (" + e.getMessage() + "): fetch the data set, or name another place", e);
        }
    }

    /** All images of the source, in the schema of {@link ImageTable}. */
    static Dataset<Row> read(SparkSession spark, IdxSource source, Labels labels) {
        SerializableConfiguration hadoop =
                new SerializableConfiguration(spark.sparkContext().hadoopConfiguration());
        List<Split> splits = List.of(Split.values());
        JavaRDD<Row> rows = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(splits, splits.size())
                .flatMap(split -> rows(split, open(hadoop.value(), source.files(split), labels)));
        return spark.createDataFrame(rows, ImageTable.SCHEMA);
    }

    private static Iterator<Row> rows(Split split, IdxImages images) {
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> close(images));
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return images.hasNext();
            }

            @Override
            public Row next() {
                LabelledImage image = images.next();
                return RowFactory.create(split.key(), image.index(), image.label(), image.pixels());
            }
        };
    }

    private static void close(IdxImages images) {
        try {
            images.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
