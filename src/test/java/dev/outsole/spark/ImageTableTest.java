package dev.outsole.spark;

import static org.apache.spark.sql.functions.desc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.outsole.UserError;
import dev.outsole.image.ImageClass;
import dev.outsole.image.Split;
import dev.outsole.raster.PictureLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageTableTest {
    private static final ImageClass CLOG = SmallDataSet.CLASSES.labelled(0);
    private static final ImageClass MULE = SmallDataSet.CLASSES.labelled(1);
    private static final ImageClass PUMP = SmallDataSet.CLASSES.labelled(2);

    /** As the version before wrote it for the same images. */
    private static final String FORMAT_1 = """
            {"format_version": 1, "height": 2, "width": 3, "classes": ["Clog", "Mule", "Pump"], "sha256": {}}
            """;

    @TempDir
    Path temporary;

    private String folder;

    @BeforeEach
    void ingest() {
        folder = temporary.resolve("table").toString();
        new Ingest(TestSession.spark())
                .run(SmallDataSet.write(temporary.resolve("source"), 0), SmallDataSet.KNOWN, folder);
    }

    @Test
    void givesTheImagesOfAClass() {
        assertThat(open().images(Split.TRAIN, CLOG).collectAsList())
                .extracting(row -> row.getString(0), row -> row.getInt(1), row -> row.getInt(2))
                .containsExactly(tuple("train", 0, 0), tuple("train", 2, 0), tuple("train", 4, 0));
    }

    @Test
    void givesTheImagesOfSeveralClassesInTheOrderOfTheirIndex() {
        assertThat(indexes(open(), CLOG, MULE)).containsExactly(0, 1, 2);
        assertThat(indexes(open(), CLOG)).containsExactly(1);
        assertThat(indexes(open(), PUMP)).isEmpty();
    }

    /** The rows are written again, backwards and cut into one file each. */
    @Test
    void theOrderDoesNotDependOnTheFiles() throws IOException {
        String shuffled = temporary.resolve("shuffled").toString();
        TestSession.spark()
                .read()
                .parquet(folder + "/images")
                .orderBy(desc("index"))
                .repartition(5)
                .write()
                .parquet(shuffled + "/images");
        Files.writeString(Path.of(shuffled, "table.json"), FORMAT_1); // which knows no files

        ImageTable table = ImageTable.open(TestSession.spark(), shuffled);

        assertThat(indexes(table, MULE, CLOG)).containsExactly(0, 1, 2);
        assertThat(table.samples(Split.TRAIN, CLOG, 2))
                .containsExactly(new byte[] {0, -1, -128, 1, 2, 3}, new byte[] {20, 21, 22, 23, 24, 25});
    }

    @Test
    void countsItsImages() {
        TableInfo info = open().info();

        assertThat(info.count()).isEqualTo(8);
        assertThat(info.rows())
                .isEqualTo(Map.of(
                        "train", Map.of("Clog", 3L, "Mule", 1L, "Pump", 1L), "test", Map.of("Clog", 1L, "Mule", 2L)));
        assertThat(info.count(Split.TEST, List.of(CLOG, PUMP))).isEqualTo(1);
        assertThat(info.files().values().stream().mapToLong(TableFile::rows).sum())
                .isEqualTo(8);
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Path part = parts().get(0);
        Files.delete(part);

        assertAmiss(part, "is missing", "ingest the images again");
    }

    /** A copy that was ended half-way. */
    @Test
    void aFileCutShortIsNamed() throws IOException {
        Path part = parts().get(0);
        byte[] whole = Files.readAllBytes(part);
        Files.write(part, Arrays.copyOf(whole, whole.length - 1));

        assertAmiss(part, (whole.length - 1) + " bytes, of " + whole.length);
    }

    @Test
    void aChangedFileIsNamed() throws IOException {
        Path part = parts().get(0);
        byte[] bytes = Files.readAllBytes(part);
        bytes[bytes.length / 2] ^= 1;
        Files.write(part, bytes);

        assertAmiss(part, "has changed since it was written");
    }

    @Test
    void aFileTooManyIsNamed() throws IOException {
        Path more = Path.of(folder, "images", "part-more.parquet");
        Files.copy(parts().get(0), more);

        assertAmiss(more, "is not a file of this table");
    }

    private void assertAmiss(Path part, String... message) {
        assertThatThrownBy(this::open)
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll(message)
                .hasMessageContainingAll(folder, part.getFileName().toString());
        assertThatThrownBy(
                        () -> ImageInput.open(TestSession.spark(), folder, SmallDataSet.SHAPE, PictureLimits.DEFAULT))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(part.getFileName().toString());
    }

    private List<Path> parts() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder, "images"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("part-"))
                    .toList();
        }
    }

    /** It is counted when it is opened, once: the counts are kept. */
    @Test
    void aTableOfTheVersionBeforeIsBroughtUpToDate() throws IOException {
        TableInfo today = open().info();
        Path file = Path.of(folder, "table.json");
        Files.writeString(file, FORMAT_1);
        Path dead = Files.writeString(file.resolveSibling(".table.json.tmp-" + UUID.randomUUID()), "{");

        TableInfo counted = open().info();
        assertThat(dead).doesNotExist();

        assertThat(counted.rows()).isEqualTo(today.rows());
        assertThat(counted.files()).isEqualTo(today.files());
        assertThat(ImageTable.readInfo(TestSession.hadoop(), folder)).isEqualTo(counted);
        Files.delete(parts().get(0));
        assertThatThrownBy(this::open).isInstanceOf(UserError.class).hasMessageContaining("is missing");
    }

    /** It does so for both. */
    @Test
    void anotherRunBringsItUpToDate() throws IOException {
        TableInfo today = open().info();
        Path file = Path.of(folder, "table.json");
        Files.writeString(file, FORMAT_1);

        try (Lease other = OutputLease.take(TestSession.hadoop(), new org.apache.hadoop.fs.Path(folder))) {
            assertThat(open().info().files()).isEqualTo(today.files());
            other.requireHeld();
        }
        assertThat(file).hasContent(FORMAT_1);
    }

    /** Of a table of the version before: a split's file lost, a label lost by a join, pixels lost, an image lost. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            *                                                                         | split = 'train'                  | no images of split test
            split; index; if(index = 1, null, label) label; pixels                    | true                             | label null
            split; index; if(index = 1, 3, label) label; pixels                       | true                             | label 3
            split; index; label; if(index = 2, null, pixels) pixels                   | true                             | without 6 pixels
            split; index; label; if(index = 2, unhex('00'), pixels) pixels            | true                             | without 6 pixels
            *                                                                         | not(split = 'train' and index=2) | indices from 0 to 4
            *                                                                         | index > 0                        | indices from 1 to
            """)
    void whatATableOfTheVersionBeforeHasLostIsNamed(String columns, String kept, String finding) throws IOException {
        String lossy = temporary.resolve("lossy").toString();
        TestSession.spark()
                .read()
                .parquet(folder + "/images")
                .where(kept)
                .selectExpr(columns.split("; "))
                .write()
                .parquet(lossy + "/images");
        Files.writeString(Path.of(lossy, "table.json"), FORMAT_1);

        assertThatThrownBy(() -> ImageTable.open(TestSession.spark(), lossy))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll(lossy, finding, "ingest the images again");
        assertThat(Path.of(lossy, "table.json")).hasContent(FORMAT_1);
    }

    @Test
    void givesAsManySamplesAsThereAre() {
        assertThat(open().samples(Split.TEST, CLOG, 30)).containsExactly(new byte[] {60, 61, 62, 63, 64, 65});
    }

    @Test
    void knowsWhetherItIsThere() {
        assertThat(ImageTable.exists(TestSession.hadoop(), folder)).isTrue();
        assertThat(ImageTable.exists(TestSession.hadoop(), folder + "-none")).isFalse();
    }

    @Test
    void aMissingTableIsNamedWithItsMend() {
        String none = temporary.resolve("none").toString();

        assertThatThrownBy(() -> ImageTable.open(TestSession.spark(), none))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("can't read an image table in " + none)
                .hasMessageContaining("make one with 'ingest'");
    }

    @Test
    void aNewerFormatIsRefused() throws IOException {
        rewriteInfo("\"format_version\" : 2", "\"format_version\" : 3");

        assertThatThrownBy(this::open)
                .isInstanceOf(UserError.class)
                .hasMessageContaining(folder + " has format 3, this version reads 1 to 2");
    }

    /** As a newer version would write it: it may well have fields of its own. */
    @Test
    void aNewerFormatIsRefusedWhateverItsFieldsAre() throws IOException {
        rewriteInfo("\"format_version\" : 2", "\"format_version\" : 3, \"channels\" : 3");

        assertThatThrownBy(this::open).isInstanceOf(UserError.class).hasMessageContaining(folder);
    }

    @Test
    void aDamagedDescriptionIsTheUsersToMend() throws IOException {
        rewriteInfo("{", "");

        assertThatThrownBy(this::open).isInstanceOf(UserError.class).hasMessageContaining(folder);
    }

    private void rewriteInfo(String old, String replacement) throws IOException {
        Path info = Path.of(folder, "table.json");
        String json = Files.readString(info);
        assertThat(json).contains(old);
        Files.writeString(info, json.replace(old, replacement));
    }

    private ImageTable open() {
        return ImageTable.open(TestSession.spark(), folder);
    }

    private static List<Integer> indexes(ImageTable table, ImageClass... classes) {
        return table.images(Split.TEST, classes).collectAsList().stream()
                .map(row -> row.<Integer>getAs("index"))
                .toList();
    }
}
