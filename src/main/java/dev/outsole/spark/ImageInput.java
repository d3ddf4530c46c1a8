package dev.outsole.spark;

import dev.outsole.UserError;
import dev.outsole.image.ImageShape;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.SparkSession;

/**
 * Finds images to score at a path: an image table of {@code ingest}, Parquet files, IDX files, or PNG and JPEG files. The files of the folder
 * itself tell which; where none of them does, those in the folders below.
 */
public final class ImageInput {
    private static final String CHOICES =
            "an image table, Parquet files, IDX files (idx3-ubyte.gz), or PNG and JPEG files";

    private final SparkSession spark;
    private final FileSystem files;
    private final Path path;

    private ImageInput(SparkSession spark, Path path) throws IOException {
        this.spark = spark;
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        this.files = HadoopPaths.fileSystem(path, hadoop);
        this.path = files.makeQualified(path);
    }

    /** What the name of a file says of its content. */
    private enum Kind {
        PARQUET,
        IDX,
        PICTURES;

        static Set<Kind> of(String name) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.endsWith(".parquet")) {
                return EnumSet.of(PARQUET);
            }
            if (lower.endsWith(".gz") && !lower.contains("idx1")) { // IDX's files of labels
                return EnumSet.of(IDX);
            }
            return lower.matches(".*\\.(png|jpg|jpeg)") ? EnumSet.of(PICTURES) : EnumSet.noneOf(Kind.class);
        }
    }

    /**
     * The images at a path.
     *
     * @param shape that they must have; PNG and JPEG files are resized to it
     * @throws UserError if there are none, or of another shape
     */
    public static IncomingImages open(SparkSession spark, String text, ImageShape shape) {
        try {
            IncomingImages images = new ImageInput(spark, HadoopPaths.of(text)).open(shape);
            if (images.count() == 0) {
                throw new UserError(text + " holds no image: name a place that does with --input");
            }
            return images;
        } catch (FileNotFoundException e) {
            throw new UserError(text + " doesn't exist: name " + CHOICES + " with --input", e);
        } catch (IOException e) {
            throw new UserError("can't read images from " + text + " (" + e.getMessage() + ")", e);
        }
    }

    private IncomingImages open(ImageShape shape) throws IOException {
        if (files.exists(new Path(path, ImageTable.INFO))) {
            return TableInput.ingested(spark, path.toString(), shape);
        }
        return switch (kind()) {
            case PARQUET -> TableInput.parquet(spark, path.toString(), shape);
            case IDX -> IdxInput.open(spark, filesBelow(name -> Kind.of(name).contains(Kind.IDX)), shape);
            case PICTURES -> PictureInput.open(spark, filesBelow(name -> !name.matches("[._].*")), shape);
        };
    }

    private Kind kind() throws IOException {
        Set<Kind> found = kinds(false);
        if (found.isEmpty()) {
            found = kinds(true);
        }
        if (found.size() != 1) {
            throw new UserError(path + (found.isEmpty() ? " holds no images" : " holds files of several kinds " + found)
                    + ": name " + CHOICES + " with --input");
        }
        return found.iterator().next();
    }

    private Set<Kind> kinds(boolean recursive) throws IOException {
        Set<Kind> found = EnumSet.noneOf(Kind.class);
        RemoteIterator<LocatedFileStatus> all = files.listFiles(path, recursive);
        while (all.hasNext()) {
            found.addAll(Kind.of(all.next().getPath().getName()));
        }
        return found;
    }

    private List<String> filesBelow(Predicate<String> wanted) throws IOException {
        TreeSet<String> found = new TreeSet<>();
        RemoteIterator<LocatedFileStatus> all = files.listFiles(path, true);
        while (all.hasNext()) {
            Path file = all.next().getPath();
            if (wanted.test(file.getName())) {
                found.add(file.toString());
            }
        }
        return List.copyOf(found);
    }
}
