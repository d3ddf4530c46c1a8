package dev.outsole.job;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;

import dev.outsole.config.DataSettings;
import dev.outsole.idx.IdxSource;
import dev.outsole.image.ImageClass;
import dev.outsole.image.Split;
import dev.outsole.spark.DataClasses;
import dev.outsole.spark.IdxFolder;
import dev.outsole.spark.ImageTable;
import dev.outsole.spark.Ingest;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The images that a job works on. */
final class Images {
    /** Fixed, whatever the cluster: the last bits of a score may depend on which images are scored together. */
    private static final int TEST_PARTITIONS = 8;
    /** As fine as the share of images that are held out can be chosen. */
    private static final long DRAWS = 1L << 40;

    private Images() {}

    /**
     * Those that a model learns from, and those that are held out from it.
     *
     * @param heldOut share of them that is held out, each with this probability: by a hash of the image's index and the seed, so that the
     *     choice knows nothing else of the image
     */
    static NormalImages normal(ImageTable table, ImageClass normal, double heldOut, long seed) {
        Dataset<Row> all = table.images(Split.TRAIN, normal);
        long count = table.info().count(Split.TRAIN, List.of(normal));
        if (heldOut == 0) {
            return new NormalImages(inOnePart(all), count, 0, Optional.empty());
        }
        Column drawn = pmod(xxhash64(all.col("index"), lit(seed)), lit(DRAWS)).lt(heldOut * DRAWS);
        return new NormalImages(
                inOnePart(all.where(not(drawn))),
                count,
                heldOut,
                Optional.of(inParts(TEST_PARTITIONS, all.where(drawn))));
    }

    /** The last bits of an embedding may depend on which images are encoded together. */
    private static Dataset<Row> inOnePart(Dataset<Row> images) {
        return inParts(1, images);
    }

    /** Test images that models are tried on. */
    static Dataset<Row> test(ImageTable table, List<ImageClass> classes) {
        return inParts(TEST_PARTITIONS, table.images(Split.TEST, classes.toArray(ImageClass[]::new)));
    }

    /** Cut by their index alone. */
    private static Dataset<Row> inParts(int parts, Dataset<Row> images) {
        return images.repartition(parts, images.col("index")).sortWithinPartitions("index");
    }

    /** The image table, made from the source files if it isn't there, under the settings' names of its classes. */
    static ImageTable open(SparkSession spark, DataSettings data) {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        if (!ImageTable.exists(hadoop, data.table())) {
            IdxSource source = IdxFolder.find(hadoop, data.source());
            DataClasses classes =
                    DataClasses.ofFiles(hadoop, source, data.classes().names());
            new Ingest(spark).run(source, classes, data.table());
        }
        return ImageTable.open(spark, data.table()).named(data.classes());
    }
}
