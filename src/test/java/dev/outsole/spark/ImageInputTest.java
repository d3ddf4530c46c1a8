package dev.outsole.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import dev.outsole.image.ImageShape;
import dev.outsole.raster.PictureLimits;
import dev.outsole.work.Attempt;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.spark.SparkException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images of every kind, good and bad, for a model of 2 × 3 pixels. */
class ImageInputTest {
    private static final ImageShape SHAPE = SmallDataSet.SHAPE;
    private static final StructType SCHEMA =
            new StructType().add("name", DataTypes.StringType).add("pixels", DataTypes.BinaryType);

    @TempDir
    Path folder;

    @Test
    void takesAnIngestedTableWithAllThatItSays() {
        ingest();
        try (IncomingImages images = open(folder.resolve("table"))) {
            assertThat(images.count()).isEqualTo(8);
            assertThat(images.good().columns()).containsExactly("split", "index", "label", "pixels");
            assertThat(images.good().count()).isEqualTo(8);
            assertThat(images.rejected().count()).isZero();
        }
    }

    @Test
    void refusesATableOfAnotherShape() {
        ingest();

        assertThatThrownBy(() -> ImageInput.open(
                        TestSession.spark(),
                        folder.resolve("table").toString(),
                        new ImageShape(28, 28),
                        PictureLimits.DEFAULT))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll("2 × 3", "28 × 28");
    }

    private void ingest() {
        new Ingest(TestSession.spark())
                .run(
                        SmallDataSet.write(folder, 1),
                        SmallDataSet.KNOWN,
                        folder.resolve("table").toString());
    }

    @Test
    void setsRowsThatCannotBeScoredApart() {
        write(
                folder,
                RowFactory.create("good", new byte[6]),
                RowFactory.create("null", null),
                RowFactory.create("long", new byte[7]));

        try (IncomingImages images = open(folder)) {
            assertThat(images.count()).isEqualTo(3);
            assertThat(images.good().select("name").collectAsList())
                    .extracting(row -> row.getString(0))
                    .containsExactly("good");
            assertThat(reasons(images, "name"))
                    .containsExactlyInAnyOrderEntriesOf(
                            Map.of("null", "pixels is null", "long", "7 pixels; the model's images are 2 × 3 = 6"));
        }
    }

    @Test
    void refusesTablesThatHoldNoImages() {
        assertThatThrownBy(() -> openParquet(new StructType().add("name", DataTypes.StringType)))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll("[name]", "needs a column pixels");
        assertThatThrownBy(() -> openParquet(new StructType().add("pixels", DataTypes.BinaryType)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("one that identifies an image");
        assertThatThrownBy(() -> openParquet(SCHEMA.add("p_value", DataTypes.DoubleType)))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll("p_value", "rename it");
        assertThatThrownBy(() -> openParquet(SCHEMA))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("holds no image");
    }

    private void openParquet(StructType schema) {
        String path =
                folder.resolve("table" + schema.size() + schema.hashCode()).toString();
        TestSession.spark()
                .createDataFrame(List.of(), schema)
                .coalesce(1)
                .write()
                .parquet(path);
        ImageInput.open(TestSession.spark(), path, SHAPE, PictureLimits.DEFAULT).close();
    }

    @Test
    void refusesAParquetFileThatIsNone() throws IOException {
        Files.writeString(folder.resolve("broken.parquet"), "not Parquet at all");

        assertThatThrownBy(() -> open(folder)).isInstanceOf(UserError.class).hasMessageContaining("as Parquet");
    }

    /** Five images in as many tasks as there are slots; labels are left alone. */
    @Test
    void takesIdxFiles() throws IOException {
        SmallDataSet.write(folder, 9);
        Files.delete(folder.resolve("t10k-images-idx3-ubyte.gz"));

        try (IncomingImages images = open(folder)) {
            List<Row> rows = images.good().orderBy("index").collectAsList();

            assertThat(images.count()).isEqualTo(5);
            assertThat(rows).extracting(row -> row.getInt(1)).containsExactly(0, 1, 2, 3, 4);
            assertThat(rows.get(0).getString(0)).endsWith("train-images-idx3-ubyte.gz");
            assertThat(rows.get(0).<byte[]>getAs(2)).containsExactly(9, 255, 128, 1, 2, 3);
            assertThat(rows.get(4).<byte[]>getAs(2)).containsExactly(40, 41, 42, 43, 44, 45);
        }
    }

    @Test
    void refusesIdxFilesOfAnotherShape() {
        SmallDataSet.write(folder, 9);

        assertThatThrownBy(() -> ImageInput.open(
                        TestSession.spark(), folder.toString(), new ImageShape(3, 2), PictureLimits.DEFAULT))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll("2 × 3", "3 × 2");
    }

    /** Found before any image is scored. */
    @Test
    void refusesABrokenIdxFile() throws IOException {
        SmallDataSet.write(folder, 9);
        Path file = folder.resolve("t10k-images-idx3-ubyte.gz");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 12));

        assertThatThrownBy(() -> open(folder))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll("t10k-images-idx3-ubyte.gz", "truncated");
    }

    @Test
    void takesPicturesFromAllFoldersBelow() throws IOException {
        Path below = Files.createDirectories(folder.resolve("below/further"));
        writePicture(folder.resolve("wide.png"), 6, 2, 10, 30, 50, 70, 90, 110, 10, 30, 50, 70, 90, 110);
        writePicture(below.resolve("Exact.PNG"), 3, 2, 1, 2, 3, 4, 5, 6);
        Files.writeString(folder.resolve("notes.txt"), "no picture");
        Files.write(folder.resolve("empty.jpg"), new byte[0]);

        try (IncomingImages images = open(folder)) {
            Map<String, byte[]> pixels = images.good().collectAsList().stream()
                    .collect(Collectors.toMap(row -> name(row.getString(0)), row -> row.<byte[]>getAs(1)));

            assertThat(images.count()).isEqualTo(4);
            assertThat(pixels).containsOnlyKeys("wide.png", "Exact.PNG");
            // Each new pixel covers two: (10 + 30) / 2 = 20, (50 + 70) / 2 = 60, (90 + 110) / 2 = 100.
            assertThat(pixels.get("wide.png")).containsExactly(20, 60, 100, 20, 60, 100);
            assertThat(pixels.get("Exact.PNG")).containsExactly(1, 2, 3, 4, 5, 6);
            assertThat(reasons(images, "path").entrySet().stream()
                            .collect(Collectors.toMap(entry -> name(entry.getKey()), Map.Entry::getValue)))
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "notes.txt", "neither JPEG, PNG, GIF, BMP, TIFF nor WebP", "empty.jpg", "empty file"));
        }
    }

    /** Each is rejected with its own reason, among the others. */
    @Test
    void rejectsWhatCannotBeOpened() throws IOException {
        writePicture(folder.resolve("a.png"), 3, 2, 1, 2, 3, 4, 5, 6);
        Files.createSymbolicLink(folder.resolve("gone.png"), Path.of("nowhere.png"));
        Files.createSymbolicLink(folder.resolve("up"), Path.of(".."));
        Files.writeString(folder.resolve("._a.png"), "left by a Mac");

        try (IncomingImages images = open(folder)) {
            assertThat(images.count()).isEqualTo(2);
            assertThat(images.leftOut()).isEqualTo(1);
            assertThat(images.good().count()).isEqualTo(1);
            assertThat(reasons(images, "path").values()).containsExactly("a link that leads nowhere");
        }
    }

    /** What a Mac leaves beside them is no IDX file. */
    @Test
    void takesIdxFilesBesideLeftovers() throws IOException {
        SmallDataSet.write(folder, 9);
        Files.write(folder.resolve("._t10k-images-idx3-ubyte.gz"), new byte[] {0, 5, 22, 7});

        try (IncomingImages images = open(folder)) {
            assertThat(images.count()).isEqualTo(8);
            assertThat(images.leftOut()).isEqualTo(1);
        }
    }

    /** A task is tried twice here. */
    @Test
    void aFileThatCanBeReadTheSecondTimeIsNotRejected() throws IOException {
        FaultyFileSystem.install();
        writePicture(folder.resolve("once.png"), 3, 2, 1, 2, 3, 4, 5, 6);

        try (IncomingImages images =
                ImageInput.open(TestSession.spark(), "faulty:" + folder, SHAPE, PictureLimits.DEFAULT)) {
            assertThat(images.rejected().count()).isZero();
            assertThat(images.good().count()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"forbidden.png", "vanished.png", "unavailable.png"})
    void aFileThatCannotBeReadIsAnErrorAndNotARejection(String name) throws IOException {
        FaultyFileSystem.install();
        writePicture(folder.resolve(name), 3, 2, 1, 2, 3, 4, 5, 6);

        try (IncomingImages images =
                ImageInput.open(TestSession.spark(), "faulty:" + folder, SHAPE, PictureLimits.DEFAULT)) {
            assertThatThrownBy(() -> images.rejected().count())
                    .isInstanceOf(SparkException.class)
                    .rootCause()
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> images.rejected().count()).hasStackTraceContaining(name + " can't be read");
        }
    }

    /** Memory is no matter of the picture's. */
    @ParameterizedTest
    @ValueSource(strings = {"memoryless.png", "memoryless-wrapped.png"})
    void aLackOfMemoryInDecodingIsAnErrorAndNotARejection(String name) throws IOException {
        FaultyFileSystem.install();
        writePicture(folder.resolve(name), 3, 2, 1, 2, 3, 4, 5, 6);

        try (IncomingImages images =
                ImageInput.open(TestSession.spark(), "faulty:" + folder, SHAPE, PictureLimits.DEFAULT)) {
            assertThat(Attempt.of(() -> images.rejected().count()))
                    .isInstanceOfSatisfying(Attempt.Failed.class, failed -> {
                        assertThat(failed.failure().reason()).contains("out of memory: the driver's heap", name);
                        assertThat(failed.failure().exitCode()).isEqualTo(1);
                    });
        }
    }

    @Test
    void refusesPlacesWithoutImagesOrWithSeveralKinds() throws IOException {
        assertThatThrownBy(() -> open(folder)).isInstanceOf(UserError.class).hasMessageContaining("holds no images");
        assertThatThrownBy(() -> open(folder.resolve("none")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("doesn't exist");

        SmallDataSet.write(folder, 9);
        writePicture(folder.resolve("a.png"), 1, 1, 0);
        assertThatThrownBy(() -> open(folder))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll("several kinds", "IDX", "PICTURES");
    }

    private static IncomingImages open(Path path) {
        return ImageInput.open(TestSession.spark(), path.toString(), SHAPE, PictureLimits.DEFAULT);
    }

    private static Map<String, String> reasons(IncomingImages images, String column) {
        return images.rejected().select(column, "reason").collectAsList().stream()
                .collect(Collectors.toMap(row -> row.getString(0), row -> row.getString(1)));
    }

    private static void write(Path folder, Row... rows) {
        TestSession.spark()
                .createDataFrame(Arrays.asList(rows), SCHEMA)
                .write()
                .mode("overwrite")
                .parquet(folder.toString());
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static void writePicture(Path file, int width, int height, int... samples) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSamples(0, 0, width, height, 0, samples);
        assertThat(ImageIO.write(image, "png", file.toFile())).isTrue();
    }
}
