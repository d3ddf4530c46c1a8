package dev.outsole.spark;

import static org.apache.spark.sql.functions.desc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.outsole.UserError;
import dev.outsole.image.ImageClass;
import dev.outsole.image.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageTableTest {
    private static final ImageClass CLOG = SmallDataSet.CLASSES.labelled(0);
    private static final ImageClass MULE = SmallDataSet.CLASSES.labelled(1);
    private static final ImageClass PUMP = SmallDataSet.CLASSES.labelled(2);

    @TempDir
    Path temporary;

    private String folder;

    @BeforeEach
    void ingest() {
        folder = temporary.resolve("table").toString();
        new Ingest(TestSession.spark())
                .run(SmallDataSet.write(temporary.resolve("source"), 0), SmallDataSet.CLASSES, folder);
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
        Files.copy(Path.of(folder, "table.json"), Path.of(shuffled, "table.json"));

        ImageTable table = ImageTable.open(TestSession.spark(), shuffled);

        assertThat(indexes(table, MULE, CLOG)).containsExactly(0, 1, 2);
        assertThat(table.samples(Split.TRAIN, CLOG, 2))
                .containsExactly(new byte[] {0, -1, -128, 1, 2, 3}, new byte[] {20, 21, 22, 23, 24, 25});
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
        rewriteInfo("\"format_version\" : 1", "\"format_version\" : 2");

        assertThatThrownBy(this::open)
                .isInstanceOf(UserError.class)
                .hasMessageContaining(folder + " has format 2, this version reads 1");
    }

    /** As a newer version would write it: it may well have fields of its own. */
    @Test
    void aNewerFormatIsRefusedWhateverItsFieldsAre() throws IOException {
        rewriteInfo("\"format_version\" : 1", "\"format_version\" : 2, \"channels\" : 3");

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
