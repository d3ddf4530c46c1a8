package dev.outsole.spark;

import dev.outsole.UserError;
import dev.outsole.idx.IdxImages;
import dev.outsole.idx.IdxSource;
import dev.outsole.idx.Labels;
import dev.outsole.image.ImageShape;
import dev.outsole.image.Split;
import dev.outsole.json.Json;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/** Makes an image table from IDX files. The driver checks the files first, so that a broken one is one clear error and not a failed task. */
public final class Ingest {
    private final SparkSession spark;
    private final Configuration hadoop;

    public Ingest(SparkSession spark) {
        this.spark = spark;
        this.hadoop = spark.sparkContext().hadoopConfiguration();
    }

    /** What became of a request to ingest. */
    public enum Outcome {
        WRITTEN,
        ALREADY_THERE
    }

    /**
     * Makes the table, or does nothing if it is there and was made from the same content under the same class names.
     *
     * @throws UserError if a file is malformed, or the folder holds a table of something else
     */
    public Outcome run(IdxSource source, DataClasses classes, String folder) {
        try {
            TableInfo info = inspect(source, classes);
            if (ImageTable.exists(hadoop, folder)) {
                requireSame(info, ImageTable.readInfo(hadoop, folder), folder);
                requireAll(info, ImageTable.open(spark, folder).info(), folder);
                return Outcome.ALREADY_THERE;
            }
            write(source, classes.labels(), info, folder);
            return Outcome.WRITTEN;
        } catch (IOException e) {
            throw new UserError("can't ingest into " + folder + " (" + e.getMessage() + ")", e);
        }
    }

    private TableInfo inspect(IdxSource source, DataClasses classes) throws IOException {
        Map<String, String> sha256 = new HashMap<>();
        Map<String, Map<String, Long>> rows = new HashMap<>();
        ImageShape train = inspect(source, Split.TRAIN, classes, sha256, rows);
        ImageShape test = inspect(source, Split.TEST, classes, sha256, rows);
        if (!train.equals(test)) {
            throw new UserError(source.test().images() + ": images are " + test + " pixels, those of "
                    + source.train().images() + " are " + train + "; both splits must have one shape");
        }
        return new TableInfo(
                TableInfo.FORMAT_VERSION,
                train.height(),
                train.width(),
                classes.names().names(),
                sha256,
                rows,
                Map.of());
    }

    private ImageShape inspect(
            IdxSource source,
            Split split,
            DataClasses classes,
            Map<String, String> sha256,
            Map<String, Map<String, Long>> rows)
            throws IOException {
        try (IdxImages images = IdxRows.open(hadoop, source.files(split), classes.labels())) {
            Map<String, Long> ofSplit = new TreeMap<>();
            while (images.hasNext()) {
                ofSplit.merge(classes.names().labelled(images.next().label()).name(), 1L, Long::sum);
            }
            rows.put(split.key(), ofSplit);
            IdxImages.Checksums checksums = images.checksums();
            sha256.put(split.key() + "_images", checksums.images());
            sha256.put(split.key() + "_labels", checksums.labels());
            return images.shape();
        }
    }

    private static void requireSame(TableInfo wanted, TableInfo present, String folder) {
        if (!wanted.isOfTheSameImages(present)) {
            throw new UserError("the image table in " + folder
                    + " was made from other files or class names: name another folder with"
                    + " --table, or remove this one");
        }
    }

    private static void requireAll(TableInfo wanted, TableInfo present, String folder) {
        if (!wanted.rows().equals(present.rows())) {
            throw new UserError("the image table in " + folder + " has " + present.rows() + " images, its source "
                    + wanted.rows() + ": remove it and ingest the images again");
        }
    }

    private void write(IdxSource source, Labels labels, TableInfo info, String folder) throws IOException {
        try (StagedDirectory staged = StagedDirectory.create(hadoop, HadoopPaths.of(folder), ImageTable.INFO)) {
            staged.fill(() -> {
                IdxRows.read(spark, source, labels)
                        .write()
                        .parquet(staged.resolve(ImageTable.ROWS).toString());
                TableFiles files = new TableFiles(hadoop, staged.resolve(ImageTable.ROWS));
                Json.write(staged.newFile(ImageTable.INFO), info.withFiles(written(files, info)));
            });
        }
    }

    /** What the executors have written, as far as the driver sees it. */
    private static SortedMap<String, TableFile> written(TableFiles files, TableInfo info) throws IOException {
        SortedMap<String, TableFile> written = files.describe();
        long rows = written.values().stream().mapToLong(TableFile::rows).sum();
        if (rows != info.count()) {
            throw new UserError("of " + info.count() + " images the driver finds " + rows + " in "
                    + files.folder() + "; the others may be on disks of the executors: name a folder that all machines"
                    + " share, such as hdfs: or s3a:, with --table");
        }
        return written;
    }
}
