package dev.outsole.spark;

import dev.outsole.idx.IdxPixels;
import dev.outsole.image.ImageShape;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;

/**
 * Gzipped IDX files of images, without labels. Gzip can't be entered in the middle, so each task of a file reads up to where its share ends:
 * unpacking is a small part of the work.
 */
final class IdxInput {
    private static final StructType SCHEMA = new StructType()
            .add("file", DataTypes.StringType, false)
            .add("index", DataTypes.IntegerType, false)
            .add(IncomingImages.PIXELS, DataTypes.BinaryType, false)
            .add(IncomingImages.REASON, DataTypes.StringType, true);

    private IdxInput() {}

    /** The images of a file from one index on to another, not included. */
    private record Share(String file, int from, int to) implements Serializable {}

    static IncomingImages open(SparkSession spark, List<String> files, ImageShape shape, long leftOut)
            throws IOException {
        Configuration configuration = spark.sparkContext().hadoopConfiguration();
        int tasks = Sessions.slots(spark);
        List<Share> shares = new ArrayList<>();
        long count = 0;
        for (String file : files) {
            int images = count(configuration, file, shape);
            shares.addAll(shares(file, images, Math.min(tasks, images)));
            count += images;
        }
        SerializableConfiguration hadoop = new SerializableConfiguration(configuration);
        JavaRDD<Row> rows = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(shares, shares.size())
                .flatMap(share -> rows(share, hadoop.value()));
        return new IncomingImages(spark.createDataFrame(rows, SCHEMA), count, leftOut);
    }

    /** Reads all of it on the driver, so that a broken file is one clear error and not a failed task. */
    private static int count(Configuration hadoop, String file, ImageShape shape) throws IOException {
        try (InputStream in = IdxRows.stream(hadoop, file);
                IdxPixels images = IdxPixels.open(file, in)) {
            TableInput.requireShape(images.shape(), shape, file);
            while (images.hasNext()) {
                images.next();
            }
            return images.count();
        }
    }

    private static List<Share> shares(String file, int count, int tasks) {
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < tasks; i++) {
            shares.add(new Share(file, (int) ((long) count * i / tasks), (int) ((long) count * (i + 1) / tasks)));
        }
        return shares;
    }

    private static Iterator<Row> rows(Share share, Configuration hadoop) throws IOException {
        IdxPixels images = IdxPixels.open(share.file(), IdxRows.stream(hadoop, share.file()));
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> close(images));
        for (int skipped = 0; skipped < share.from(); skipped++) {
            images.next();
        }
        return new Iterator<>() {
            private int next = share.from();

            @Override
            public boolean hasNext() {
                return next < share.to();
            }

            @Override
            public Row next() {
                byte[] pixels = images.next();
                return RowFactory.create(share.file(), next++, pixels, null);
            }
        };
    }

    private static void close(IdxPixels images) {
        try {
            images.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
