package dev.outsole.spark;

import static org.apache.spark.sql.functions.col;

import dev.outsole.UserError;
import dev.outsole.image.ClassNames;
import dev.outsole.image.ImageClass;
import dev.outsole.image.Split;
import dev.outsole.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The images of a data set as Parquet: {@code split} ({@code train} or {@code test}), {@code index} in the split, {@code label}, {@code
 * pixels} (unsigned bytes, row by row), with {@link TableInfo} beside them.
 */
public final class ImageTable {
    static final StructType SCHEMA = new StructType()
            .add("split", DataTypes.StringType, false)
            .add("index", DataTypes.IntegerType, false)
            .add("label", DataTypes.IntegerType, false)
            .add("pixels", DataTypes.BinaryType, false);
    static final String ROWS = "images";
    static final String INFO = "table.json";

    private static final Logger LOG = LoggerFactory.getLogger(ImageTable.class);

    private final Dataset<Row> rows;
    private final TableInfo info;

    private ImageTable(Dataset<Row> rows, TableInfo info) {
        this.rows = rows;
        this.info = info;
    }

    /** Whether there is a table in this folder. */
    public static boolean exists(Configuration hadoop, String folder) {
        Path path = new Path(HadoopPaths.of(folder), INFO);
        try {
            return HadoopPaths.fileSystem(path, hadoop).exists(path);
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    /**
     * The table in this folder.
     *
     * @throws UserError if there is none, or a newer Outsole wrote it, or a file of it is missing or changed
     */
    public static ImageTable open(SparkSession spark, String folder) {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        TableInfo info = readInfo(hadoop, folder);
        Path path = new Path(HadoopPaths.of(folder), ROWS);
        TableFiles files = new TableFiles(hadoop, path);
        try {
            if (info.formatVersion() == 1) {
                ImageTable old = new ImageTable(ParquetFiles.read(spark, SCHEMA, path), info);
                return new ImageTable(old.rows, bringUpToDate(old, files, folder));
            }
            files.check(info.files());
            return new ImageTable(ParquetFiles.read(spark, SCHEMA, path), info);
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    /** Counts what a table of format 1 holds, and keeps the counts beside it where it can be written to. */
    private static TableInfo bringUpToDate(ImageTable old, TableFiles files, String folder) throws IOException {
        TableInfo counted =
                old.info.withRows(TableCount.of(old.rows, old.info, folder)).withFiles(files.describe());
        Path path = HadoopPaths.of(folder);
        try (Lease lease = OutputLease.take(files.hadoop(), path)) {
            StagedFile.removeStaged(files.hadoop(), path);
            StagedFile.write(files.hadoop(), new Path(path, INFO), lease::requireHeld, out -> Json.write(out, counted));
            LOG.info("the image table in {} has counts and checksums from now on", folder);
        } catch (IOException | UserError e) {
            LOG.warn("the image table in {} can't be brought up to date, and was counted: {}", folder, e.toString());
        }
        return counted;
    }

    static TableInfo readInfo(Configuration hadoop, String folder) {
        Path path = new Path(HadoopPaths.of(folder), INFO);
        try (InputStream in = HadoopPaths.fileSystem(path, hadoop).open(path)) {
            TableInfo info = Json.read(in, TableInfo.class);
            if (info.formatVersion() < 1 || info.formatVersion() > TableInfo.FORMAT_VERSION) {
                throw new UserError(
                        "image table " + folder + " has format " + info.formatVersion() + ", this version reads 1 to "
                                + TableInfo.FORMAT_VERSION + ": ingest the images again into another folder");
            }
            return info;
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static UserError unreadable(String folder, IOException e) {
        return new UserError(
                "can't read an image table in " + folder + " (" + e.getMessage() + "): make one with 'ingest'", e);
    }

    /** The same images under other names of their classes, as many. */
    public ImageTable named(ClassNames names) {
        return new ImageTable(rows, info.withNames(names));
    }

    public TableInfo info() {
        return info;
    }

    /** The images of some classes of one split, in the order of their index, however the files were cut into tasks. */
    public Dataset<Row> images(Split split, ImageClass... classes) {
        Object[] labels = Arrays.stream(classes).map(ImageClass::label).toArray();
        return rows.where(col("split").equalTo(split.key()).and(col("label").isin(labels)))
                .orderBy("index");
    }

    /** The pixels of some images of a split, by their index. */
    public SortedMap<Integer, byte[]> pixels(Split split, Collection<Integer> indices) {
        SortedMap<Integer, byte[]> pixels = new TreeMap<>();
        rows.where(col("split").equalTo(split.key()).and(col("index").isin(indices.toArray())))
                .select("index", "pixels")
                .collectAsList()
                .forEach(row -> pixels.put(row.getInt(0), row.getAs(1)));
        return pixels;
    }

    /** The pixels of the first images of a class, as unsigned bytes, row by row. */
    public List<byte[]> samples(Split split, ImageClass imageClass, int count) {
        return images(split, imageClass).select("pixels").limit(count).collectAsList().stream()
                .map(row -> row.<byte[]>getAs(0))
                .toList();
    }
}
