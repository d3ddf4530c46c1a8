package dev.outsole.spark;

import dev.outsole.UserError;
import dev.outsole.image.ImageShape;
import dev.outsole.raster.PictureLimits;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * Finds images to score at a path: an image table of {@code ingest}, Parquet files, IDX files, or pictures. The files of the folder itself tell
 * which; where none of them does, those in the folders below.
 */
public final class ImageInput {
    private static final String CHOICES =
            "an image table, Parquet files, IDX files (idx3-ubyte), or pictures (JPEG, PNG, GIF, BMP, TIFF, WebP)";

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

        private static final Pattern IDX_NAME = Pattern.compile(".*idx3.*|.*\\.gz");
        private static final Pattern LABELS = Pattern.compile(".*idx1.*");
        private static final Pattern PICTURE = Pattern.compile(".*\\.(jpe?g|jpe|jfif|png|gif|bmp|dib|tiff?|webp)");

        static Set<Kind> of(String name) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.endsWith(".parquet")) {
                return EnumSet.of(PARQUET);
            }
            if (PICTURE.matcher(lower).matches()) {
                return EnumSet.of(PICTURES);
            }
            return IDX_NAME.matcher(lower).matches() && !LABELS.matcher(lower).matches()
                    ? EnumSet.of(IDX)
                    : EnumSet.noneOf(Kind.class);
        }
    }

    /**
     * The images at a path.
     *
     * @param shape that they must have; pictures are resized to it
     * @param limits of pictures
     * @throws UserError if there are none, or of another shape
     */
    public static IncomingImages open(SparkSession spark, String text, ImageShape shape, PictureLimits limits) {
        try {
            IncomingImages images = new ImageInput(spark, HadoopPaths.of(text)).open(shape, limits);
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

    private IncomingImages open(ImageShape shape, PictureLimits limits) throws IOException {
        if (files.exists(new Path(path, ImageTable.INFO))) {
            return TableInput.ingested(spark, path.toString(), shape);
        }
        InputFiles found = FileListing.of(files, path);
        return switch (kind(found)) {
            case PARQUET -> TableInput.parquet(spark, path.toString(), shape);
            case IDX ->
                IdxInput.open(spark, found.named(name -> Kind.of(name).contains(Kind.IDX)), shape, found.leftOut());
            case PICTURES -> PictureInput.open(spark, found, shape, limits);
        };
    }

    private Kind kind(InputFiles found) {
        Set<Kind> kinds = kinds(found.all().filter(file -> path.equals(file.getParent())));
        if (kinds.isEmpty()) {
            kinds = kinds(found.all());
        }
        if (kinds.size() != 1) {
            throw new UserError(path + (kinds.isEmpty() ? " holds no images" : " holds files of several kinds " + kinds)
                    + leftOut(found) + ": name " + CHOICES + " with --input");
        }
        return kinds.iterator().next();
    }

    private static String leftOut(InputFiles found) {
        return found.leftOut() == 0
                ? ""
                : " (" + found.leftOut() + " files, hidden or left behind by programs, were left out)";
    }

    private static Set<Kind> kinds(Stream<Path> files) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        files.forEach(file -> kinds.addAll(Kind.of(file.getName())));
        return kinds;
    }
}
