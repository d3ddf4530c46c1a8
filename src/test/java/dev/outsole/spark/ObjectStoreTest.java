package dev.outsole.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results where a rename takes many steps: the marker is written last, and counts. */
class ObjectStoreTest {
    private static final String MARKER = "metrics.json";

    @TempDir
    Path temporary;

    @Test
    void theMarkerComesLast() throws IOException {
        Path target = temporary.resolve("run");

        try (StagedDirectory staged = create(target)) {
            write(staged, MARKER, "{}");
            write(staged, "picture", "text");
            assertThat(target.resolve("picture")).hasContent("text");
            assertThat(target.resolve(MARKER)).doesNotExist();
            staged.commit();
        }

        assertThat(target.resolve(MARKER)).hasContent("{}");
        assertThat(target.resolve("picture")).hasContent("text");
    }

    @Test
    void nothingStaysWithoutACommit() throws IOException {
        try (StagedDirectory staged = create(temporary.resolve("run"))) {
            write(staged, "picture", "text");
        }

        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void whatAnEndedRunLeftIsNoResultAndIsNotTouched() throws IOException {
        Path target = Files.createDirectory(temporary.resolve("run"));
        Files.writeString(target.resolve("picture"), "half");

        assertThatThrownBy(() -> create(target))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("exists already, without metrics.json");
        assertThat(target.resolve("picture")).hasContent("half");
    }

    @Test
    void aMarkerMadeMeanwhileStays() throws IOException {
        Path target = temporary.resolve("run");

        try (StagedDirectory staged = create(target)) {
            write(staged, MARKER, "mine");
            Files.writeString(target.resolve(MARKER), "theirs");

            assertThatThrownBy(staged::commit)
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("was made by somebody else meanwhile");
        }
        assertThat(target.resolve(MARKER)).hasContent("theirs");
    }

    @Test
    void aFileStaysAsItWasWhenItsContentFails() throws IOException {
        Path file = Files.writeString(temporary.resolve("auc.csv"), "before");

        assertThatThrownBy(() -> StagedFile.write(ObjectStore.hadoop(), ObjectStore.path(file), out -> {
                    out.write(1);
                    throw new IOException("no more");
                }))
                .hasMessage("no more");
        assertThat(file).hasContent("before");
    }

    @Test
    void aFileReplacesTheOneBefore() throws IOException {
        Path file = Files.writeString(temporary.resolve("auc.csv"), "before");

        StagedFile.write(ObjectStore.hadoop(), ObjectStore.path(file), out -> out.write("now".getBytes(UTF_8)));

        assertThat(file).hasContent("now");
    }

    private static StagedDirectory create(Path target) {
        return StagedDirectory.create(ObjectStore.hadoop(), ObjectStore.path(target), MARKER);
    }

    private static void write(StagedDirectory staged, String name, String text) throws IOException {
        try (OutputStream out = staged.newFile(name)) {
            out.write(text.getBytes(UTF_8));
        }
    }
}
