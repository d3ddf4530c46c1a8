package dev.outsole.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables that come in one step. */
class StagedFolderTest {
    @TempDir
    Path temporary;

    /** Where folders are renamed, and where they can't be. */
    static Stream<Configuration> storages() {
        return Stream.of(TestSession.hadoop(), ObjectStore.hadoop());
    }

    private org.apache.hadoop.fs.Path target(Configuration hadoop) {
        return hadoop == TestSession.hadoop()
                ? new org.apache.hadoop.fs.Path(temporary.resolve("results").toString())
                : ObjectStore.path(temporary.resolve("results"));
    }

    private static StagedFolder.Content rows(int count) {
        Dataset<Row> rows = TestSession.spark().range(count).toDF();
        return folder -> rows.coalesce(1).write().parquet(folder.replace("blob:", "file:"));
    }

    private long count() {
        return TestSession.spark()
                .read()
                .parquet(temporary.resolve("results").toString())
                .count();
    }

    @ParameterizedTest
    @MethodSource("storages")
    void oneThatIsThereStays(Configuration hadoop) throws IOException {
        StagedFolder.write(hadoop, target(hadoop), () -> {}, rows(3));

        assertThatThrownBy(() -> StagedFolder.write(hadoop, target(hadoop), () -> {}, rows(2)))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(count()).isEqualTo(3);
        assertThat(temporary).isDirectoryNotContaining("glob:**/.*");
    }

    @ParameterizedTest
    @MethodSource("storages")
    void onceTheLeaseHasEndedNothingIsChanged(Configuration hadoop) throws IOException {
        StagedFile.Condition ended = () -> {
            throw new UserError("the lock has ended");
        };

        assertThatThrownBy(() -> StagedFolder.write(hadoop, target(hadoop), ended, rows(2)))
                .hasMessage("the lock has ended");
        assertThat(temporary).isDirectoryNotContaining("glob:**/.*");
    }

    /** Whoever takes the lease over has removed what was staged. */
    @Test
    void whatTheNextRunHasRemovedIsNotPublished() throws IOException {
        Configuration hadoop = TestSession.hadoop();
        StagedFolder.write(hadoop, target(hadoop), () -> {}, rows(3));
        StagedFile.Condition next =
                () -> StagedFile.removeStaged(hadoop, new org.apache.hadoop.fs.Path(temporary.toUri()));

        assertThatThrownBy(() -> StagedFile.write(
                        hadoop,
                        new org.apache.hadoop.fs.Path(
                                temporary.resolve("auc.csv").toUri()),
                        next,
                        out -> out.write(1)))
                .isInstanceOf(IOException.class);
        assertThat(temporary.resolve("auc.csv")).doesNotExist();
        assertThat(Files.exists(temporary.resolve("results"))).isTrue();
    }

    /** Checksums of the file before, as {@code hadoop fs -copyToLocal -crc} puts them there. */
    @Test
    void aReplacedFileIsReadWithoutChecksumsOfTheOneBefore() throws IOException {
        org.apache.hadoop.fs.Path file =
                new org.apache.hadoop.fs.Path(temporary.resolve("auc.csv").toUri());
        try (var out = file.getFileSystem(TestSession.hadoop()).create(file)) {
            out.writeBytes("before");
        }
        assertThat(temporary.resolve(".auc.csv.crc")).exists();

        StagedFile.write(TestSession.hadoop(), file, out -> out.write('x'));

        try (var in = file.getFileSystem(TestSession.hadoop()).open(file)) {
            assertThat(in.readAllBytes()).containsExactly('x');
        }
    }
}
