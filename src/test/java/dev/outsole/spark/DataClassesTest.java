package dev.outsole.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import dev.outsole.idx.IdxBytes;
import dev.outsole.idx.IdxSource;
import dev.outsole.idx.Labels;
import dev.outsole.image.ImageClass;
import dev.outsole.image.ImageShape;
import dev.outsole.image.Split;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What classes are called, and which of them have images. */
class DataClassesTest {
    @TempDir
    private Path folder;

    /** A folder of digits isn't one of clothes, whatever the files are called. */
    @Test
    void areNumbersWhereNobodyNamesThem() throws IOException {
        DataClasses classes = of(files(new int[] {0, 1, 2, 0}, new int[] {0, 1, 2}), List.of());

        assertThat(classes.names().names()).containsExactly("0", "1", "2");
        assertThat(classes.labels()).isEqualTo(new Labels(0, 3));
        assertThat(classes.empty()).isEmpty();
    }

    @Test
    void namesThatAreGivenWin() throws IOException {
        assertThat(of(files(new int[] {0, 1}, new int[] {0, 1}), List.of("nut", "bolt"))
                        .names()
                        .names())
                .containsExactly("nut", "bolt");
    }

    /** Without names label 0 is a class that is empty; as many names as labels from 1 on are theirs. */
    @Test
    void labelsMayBeginWith1() throws IOException {
        IdxSource source = files(new int[] {1, 2, 3}, new int[] {3, 1, 2});

        DataClasses numbers = of(source, List.of());
        DataClasses named = of(source, List.of("a", "b", "c"));

        assertThat(numbers.names().names()).containsExactly("0", "1", "2", "3");
        assertThat(numbers.empty()).extracting(ImageClass::name).containsExactly("0");
        assertThat(named.labels()).isEqualTo(new Labels(1, 3));
        assertThat(named.empty()).isEmpty();
    }

    @Test
    void aClassWithoutTestImagesIsEmptyToo() throws IOException {
        assertThat(of(files(new int[] {0, 1, 2}, new int[] {0, 1}), List.of()).empty())
                .extracting(ImageClass::name)
                .containsExactly("2");
    }

    /** As many as a byte can number. */
    @Test
    void thereMayBe256() throws IOException {
        int[] all = new int[256];
        Arrays.setAll(all, i -> i);

        assertThat(of(files(all, all), List.of()).names().size()).isEqualTo(256);
    }

    @Test
    void aTableKnowsItsOwn() throws IOException {
        String table = folder.resolve("table").toString();
        IdxSource source = files(new int[] {1, 2, 3}, new int[] {3, 1, 2});
        DataClasses made = of(source, List.of("a", "b", "c"));
        new Ingest(TestSession.spark()).run(source, made, table);

        DataClasses found = DataClasses.of(TestSession.hadoop(), table, DataClassesTest::none, List.of());

        assertThat(found.names()).isEqualTo(made.names());
        assertThat(found.labels()).isEqualTo(new Labels(0, 3));
        assertThat(labels(table)).containsExactly(0, 1, 2);
        assertThat(DataClasses.of(TestSession.hadoop(), table, DataClassesTest::none, List.of("x", "y", "z"))
                        .names()
                        .names())
                .containsExactly("x", "y", "z");
        assertThatThrownBy(() -> DataClasses.of(TestSession.hadoop(), table, DataClassesTest::none, List.of("x", "y")))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll("2 names", "3 classes", "[a, b, c]");
    }

    private static List<Integer> labels(String table) {
        return TestSession.spark()
                .read()
                .parquet(table + "/images")
                .where("split = 'train'")
                .orderBy("index")
                .collectAsList()
                .stream()
                .map(row -> row.<Integer>getAs("label"))
                .toList();
    }

    /** Counts follow the names. */
    @Test
    void aTableCanBeRenamed() throws IOException {
        String table = folder.resolve("table").toString();
        IdxSource source = files(new int[] {0, 1, 1}, new int[] {1, 0});
        new Ingest(TestSession.spark()).run(source, of(source, List.of("a", "b")), table);
        DataClasses swapped = of(source, List.of("b", "a"));

        TableInfo info = ImageTable.open(TestSession.spark(), table)
                .named(swapped.names())
                .info();

        assertThat(info.count(Split.TRAIN, List.of(swapped.names().named("a")))).isEqualTo(2);
        assertThat(info.count(Split.TRAIN, List.of(swapped.names().named("b")))).isEqualTo(1);
    }

    private static IdxSource none() {
        throw new AssertionError("the table is there");
    }

    private static DataClasses of(IdxSource source, List<String> given) {
        return DataClasses.ofFiles(TestSession.hadoop(), source, given);
    }

    private IdxSource files(int[] train, int[] test) throws IOException {
        ImageShape shape = new ImageShape(1, 1);
        IdxBytes.write(
                folder,
                IdxBytes.images(train.length, shape, train),
                IdxBytes.labels(train),
                IdxBytes.images(test.length, shape, test),
                IdxBytes.labels(test));
        return IdxFolder.find(TestSession.hadoop(), folder.toString());
    }
}
