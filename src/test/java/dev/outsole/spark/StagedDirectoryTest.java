package dev.outsole.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagedDirectoryTest {
    @TempDir
    Path temporary;

    @Test
    void isCompleteAfterTheCommit() throws IOException {
        Path target = temporary.resolve("runs").resolve("one run");

        try (StagedDirectory staged = create(target)) {
            write(staged, "metrics.json", "{}");
            write(staged, "deeper/file", "text");
            assertThat(target).doesNotExist();
            staged.commit();
        }

        assertThat(target.resolve("metrics.json")).hasContent("{}");
        assertThat(target.resolve("deeper/file")).hasContent("text");
        assertThat(target.getParent()).isDirectoryNotContaining("glob:**/.*");
    }

    @Test
    void isAbsentWithoutACommit() throws IOException {
        Path target = temporary.resolve("run");

        try (StagedDirectory staged = create(target)) {
            write(staged, "metrics.json", "{}");
        }

        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void isAbsentAfterAnError() {
        Path target = temporary.resolve("run");

        assertThatThrownBy(() -> {
                    try (StagedDirectory staged = create(target)) {
                        write(staged, "metrics.json", "{");
                        throw new IOException("disk full");
                    }
                })
                .hasMessage("disk full");

        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void tellsWhereItWillBe() throws IOException {
        Path target = temporary.resolve("run");

        try (StagedDirectory staged = create(target)) {
            assertThat(staged.target().toUri().getPath()).isEqualTo(target.toString());
            assertThat(staged.resolve("part").getParent()).isNotEqualTo(staged.target());
        }
    }

    @Test
    void putsNoChecksumFilesBesideItsFiles() throws IOException {
        Path target = temporary.resolve("run");

        try (StagedDirectory staged = create(target)) {
            write(staged, "metrics.json", "{}");
            staged.commit();
        }

        assertThat(target).isDirectoryNotContaining("glob:**.crc");
    }

    @Test
    void anExistingTargetIsRefusedAndKept() throws IOException {
        Path target = Files.createDirectory(temporary.resolve("run"));
        Files.writeString(target.resolve("precious"), "mine");

        assertThatThrownBy(() -> create(target))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(target + " exists already");

        assertThat(target.resolve("precious")).hasContent("mine");
        assertThat(temporary).isDirectoryContaining("glob:**/run").isDirectoryNotContaining("glob:**/.*");
    }

    @Test
    void aTargetMadeMeanwhileStays() throws IOException {
        Path target = temporary.resolve("run");

        try (StagedDirectory staged = create(target)) {
            write(staged, "metrics.json", "{}");
            Files.createDirectory(target);
            Files.writeString(target.resolve("precious"), "theirs");

            assertThatThrownBy(staged::commit)
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("was made by somebody else meanwhile");
        }

        assertThat(target.resolve("precious")).hasContent("theirs");
        assertThat(target.resolve("metrics.json")).doesNotExist();
        assertThat(temporary).isDirectoryNotContaining("glob:**/.*");
    }

    /** After the look, and before the rename: Hadoop's own would move the directory into the other. */
    @Test
    void aRenameNeverMergesTwoDirectories() throws IOException {
        Path from = Files.createDirectory(temporary.resolve("from"));
        Path file = Files.writeString(temporary.resolve("file"), "theirs");
        Path directory = Files.createDirectory(temporary.resolve("directory"));
        Files.writeString(directory.resolve("precious"), "theirs");

        for (Path taken : new Path[] {file, directory}) {
            assertThatThrownBy(() -> Storage.moveToNew(
                            TestSession.hadoop(),
                            FileSystem.getLocal(TestSession.hadoop()),
                            new org.apache.hadoop.fs.Path(from.toUri()),
                            new org.apache.hadoop.fs.Path(taken.toUri())))
                    .isInstanceOf(FileAlreadyExistsException.class);
        }
        assertThat(file).hasContent("theirs");
        assertThat(directory).isDirectoryNotContaining("glob:**/from");
        assertThat(from).exists();
    }

    /** As when each machine of a cluster has a disk of its own behind the same path. */
    @Test
    void partsThatTheDriverDoesNotSeeAreNoSuccess() throws IOException {
        Path target = temporary.resolve("run");

        try (StagedDirectory staged = create(target)) {
            write(staged, "scores/_SUCCESS", "");

            assertThatThrownBy(staged::commit)
                    .isInstanceOf(UserError.class)
                    .hasMessageStartingWith("the executors have written scores where the driver doesn't see it");
            write(staged, "scores/part-00000.parquet", "rows");
            staged.commit();
        }
        assertThat(target.resolve("scores/part-00000.parquet")).hasContent("rows");
    }

    /** A file stands where the parent folder should be made, which nobody can write to, not even root. */
    @Test
    void aPlaceThatCannotBeWrittenToIsKnownAtOnce() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "not a folder");
        Path target = file.resolve("runs").resolve("run");

        assertThatThrownBy(() -> create(target))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("can't write to " + target)
                .hasMessageEndingWith("choose a folder that can be written to");
        assertThat(file).hasContent("not a folder");
    }

    private static StagedDirectory create(Path target) {
        return StagedDirectory.create(
                TestSession.hadoop(), new org.apache.hadoop.fs.Path(target.toString()), "metrics.json");
    }

    private static void write(StagedDirectory staged, String name, String text) throws IOException {
        try (OutputStream out = staged.newFile(name)) {
            out.write(text.getBytes(UTF_8));
        }
    }
}
