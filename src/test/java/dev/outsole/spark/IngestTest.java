package dev.outsole.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import dev.outsole.idx.IdxBytes;
import dev.outsole.idx.IdxFiles;
import dev.outsole.idx.IdxSource;
import dev.outsole.image.ClassNames;
import dev.outsole.image.ImageShape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestTest {
    @TempDir
    Path temporary;

    private final Ingest ingest = new Ingest(TestSession.spark());

    @Test
    void writesEveryImageOfBothSplits() {
        String table = table();

        assertThat(ingest.run(source(0), SmallDataSet.KNOWN, table)).isEqualTo(Ingest.Outcome.WRITTEN);

        List<Row> rows = TestSession.spark()
                .read()
                .parquet(table + "/images")
                .orderBy("split", "index")
                .collectAsList();
        assertThat(rows.stream().map(row -> row.getString(0) + row.getInt(1) + ":" + row.getInt(2)))
                .containsExactly(
                        "test0:1", "test1:0", "test2:1", "train0:0", "train1:1", "train2:0", "train3:2", "train4:0");
        assertThat(rows.get(3).<byte[]>getAs("pixels")).containsExactly(0, 255, 128, 1, 2, 3);
        assertThat(rows.get(2).<byte[]>getAs("pixels")).containsExactly(70, 71, 72, 73, 74, 75);
    }

    /** The checksum is of the unpacked labels 00000801 00000003 01 00 01, as sha256sum gives it. */
    @Test
    void keepsShapeClassesAndChecksumsBesideTheRows() {
        String table = table();

        ingest.run(source(0), SmallDataSet.KNOWN, table);

        TableInfo info = ImageTable.open(TestSession.spark(), table).info();
        assertThat(info.shape()).isEqualTo(SmallDataSet.SHAPE);
        assertThat(info.classNames()).isEqualTo(SmallDataSet.CLASSES);
        assertThat(info.sha256()).containsOnlyKeys("train_images", "train_labels", "test_images", "test_labels");
        assertThat(info.sha256())
                .containsEntry("test_labels", "ff153c454dbe0bcce222f1e312e2ba2362e6a3351fdd913aedea8150d81688a1");
    }

    @Test
    void doesNothingTheSecondTime() throws IOException {
        String table = table();
        ingest.run(source(0), SmallDataSet.KNOWN, table);
        List<String> before = listing(Path.of(table));

        assertThat(ingest.run(source(0), SmallDataSet.KNOWN, table)).isEqualTo(Ingest.Outcome.ALREADY_THERE);

        assertThat(listing(Path.of(table))).isEqualTo(before);
    }

    @Test
    void leavesATableOfOtherImagesAlone() throws IOException {
        String table = table();
        ingest.run(source(0), SmallDataSet.KNOWN, table);
        List<String> before = listing(Path.of(table));

        assertRefusedAsOther(source(1), SmallDataSet.CLASSES, table);
        assertRefusedAsOther(source(0), new ClassNames(List.of("Clog", "Mule", "Boot")), table);

        assertThat(listing(Path.of(table))).isEqualTo(before);
    }

    private void assertRefusedAsOther(IdxSource source, ClassNames classes, String table) {
        assertThatThrownBy(() -> ingest.run(source, SmallDataSet.known(classes), table))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("the image table in " + table + " was made from other files or class names");
    }

    @Test
    void leavesNothingBehindWhenAFileIsBroken() throws IOException {
        IdxSource source = source(0);
        Files.write(Path.of(source.test().images()), IdxBytes.gzip(new byte[] {0, 0, 8, 3, 0, 0}));

        assertThatThrownBy(() -> ingest.run(source, SmallDataSet.KNOWN, table()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(source.test().images())
                .hasMessageContaining("truncated");
        assertThat(temporary.resolve("tables")).doesNotExist();
    }

    @Test
    void bothSplitsMustHaveOneShape() throws IOException {
        IdxSource source = source(0);
        byte[] turned = IdxBytes.images(1, new ImageShape(3, 2), 1, 2, 3, 4, 5, 6);
        Files.write(Path.of(source.test().images()), IdxBytes.gzip(turned));
        Files.write(Path.of(source.test().labels()), IdxBytes.gzip(IdxBytes.labels(1)));

        assertThatThrownBy(() -> ingest.run(source, SmallDataSet.KNOWN, table()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(
                        "images are 3 × 2 pixels, those of " + source.train().images() + " are 2 × 3");
    }

    @Test
    void aMissingFileIsNamed() {
        IdxSource source = source(0);
        String missing = temporary.resolve("none.gz").toString();
        IdxSource incomplete =
                new IdxSource(new IdxFiles(missing, source.train().labels()), source.test());

        assertThatThrownBy(() -> ingest.run(incomplete, SmallDataSet.KNOWN, table()))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(missing + " can't be read");
    }

    /** A file stands where the folder's parent should be made. */
    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));
        String table = file.resolve("table").toString();

        assertThatThrownBy(() -> ingest.run(source(0), SmallDataSet.KNOWN, table))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(table);
    }

    private IdxSource source(int first) {
        return SmallDataSet.write(temporary.resolve("source" + first), first);
    }

    private String table() {
        return temporary.resolve("tables").resolve("small table").toString();
    }

    /** Every file with its time and size. */
    private static List<String> listing(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().map(IngestTest::described).toList();
        }
    }

    private static String described(Path file) {
        try {
            FileTime time = Files.getLastModifiedTime(file);
            return file + " " + time + " " + Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
