package dev.outsole.job;

import dev.outsole.UserError;
import dev.outsole.image.Split;
import dev.outsole.report.page.ShownImages;
import dev.outsole.spark.ImageRows;
import dev.outsole.spark.ImageTable;
import dev.outsole.spark.StagedFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedSet;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** The test images that a run's report shows. They are kept in its directory, so that the report can be made again from that alone. */
final class KeptImages {
    static final String FOLDER = "images";

    private KeptImages() {}

    /** How a folder comes into a run directory. */
    interface Directory {
        void writeFolder(String name, StagedFolder.Content content) throws IOException;
    }

    /** Takes them from the image table. */
    static ShownImages keep(SparkSession spark, ImageTable table, SortedSet<Integer> indices, Directory directory) {
        ImageRows rows = new ImageRows(table.info().shape(), table.pixels(Split.TEST, indices));
        try {
            directory.writeFolder(FOLDER, folder -> rows.write(spark, folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ShownImages(rows.shape(), rows.pixels());
    }

    /** @throws UserError if the run has kept none */
    static ShownImages read(SparkSession spark, Path directory) {
        Path folder = new Path(directory, FOLDER);
        if (!exists(spark, folder)) {
            throw new UserError(directory + " has no " + FOLDER
                    + ": a version without reports made it; resume the sweep, or evaluate again, to have one");
        }
        ImageRows rows = ImageRows.read(spark, folder);
        return new ShownImages(rows.shape(), rows.pixels());
    }

    private static boolean exists(SparkSession spark, Path folder) {
        try {
            return folder.getFileSystem(spark.sparkContext().hadoopConfiguration())
                    .exists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
