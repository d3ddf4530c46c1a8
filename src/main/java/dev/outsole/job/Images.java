package dev.outsole.job;

import dev.outsole.UserError;
import dev.outsole.config.DataSettings;
import dev.outsole.idx.IdxSource;
import dev.outsole.image.ImageClass;
import dev.outsole.image.Split;
import dev.outsole.spark.ImageTable;
import dev.outsole.spark.Ingest;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The images that a job works on. */
final class Images {
    /** Fixed, whatever the cluster: the last bits of a score may depend on which images are scored together. */
    private static final int TEST_PARTITIONS = 8;

    private Images() {}

    /** Those that a model learns from; in one piece, since the last bits of an embedding may depend on which are encoded together. */
    static Dataset<Row> training(ImageTable table, ImageClass normal) {
        return inParts(1, table.images(Split.TRAIN, normal));
    }

    /** Those that it is tried on. */
    static Dataset<Row> test(ImageTable table, List<ImageClass> classes) {
        return inParts(TEST_PARTITIONS, table.images(Split.TEST, classes.toArray(ImageClass[]::new)));
    }

    /** Cut by their index alone. */
    private static Dataset<Row> inParts(int parts, Dataset<Row> images) {
        return images.repartition(parts, images.col("index")).sortWithinPartitions("index");
    }

    /**
     * The image table, made from the source files if it isn't there.
     *
     * @throws UserError if it has other classes than the settings
     */
    static ImageTable open(SparkSession spark, DataSettings data) {
        if (!ImageTable.exists(spark.sparkContext().hadoopConfiguration(), data.table())) {
            new Ingest(spark).run(IdxSource.inFolder(data.source()), data.classes(), data.table());
        }
        ImageTable images = ImageTable.open(spark, data.table());
        requireSameClasses(images, data);
        return images;
    }

    private static void requireSameClasses(ImageTable images, DataSettings data) {
        if (!images.info().classNames().equals(data.classes())) {
            throw new UserError("the image table in " + data.table() + " has classes "
                    + images.info().classes() + ", the settings have "
                    + data.classes().names() + ": set data.classes, or name another table");
        }
    }
}
