package dev.outsole.job;

import dev.outsole.UserError;
import dev.outsole.config.DataSettings;
import dev.outsole.idx.IdxSource;
import dev.outsole.spark.ImageTable;
import dev.outsole.spark.Ingest;
import org.apache.spark.sql.SparkSession;

/** The images that a job works on. */
final class Images {

    private Images() {}

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
