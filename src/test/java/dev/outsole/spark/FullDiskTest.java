package dev.outsole.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.UserError;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk is full after each number of bytes in turn, until there is room for all: nothing is half, and the error names what was written. */
class FullDiskTest {
    /** More than any of it takes. */
    private static final int ENOUGH = 5000;

    @TempDir
    Path temporary;

    private interface Writing {
        void run(Configuration hadoop) throws IOException;
    }

    /** What was wrong, empty if nothing was. */
    private static String outcome(int room, Writing writing) {
        try {
            writing.run(FullDisk.hadoop(room));
            return "";
        } catch (IOException | UserError e) {
            return String.valueOf(e.getMessage());
        }
    }

    private org.apache.hadoop.fs.Path path(String name) {
        return new org.apache.hadoop.fs.Path("viewfs:" + temporary.resolve(name));
    }

    private void stage(Configuration hadoop) throws IOException {
        try (StagedDirectory staged = StagedDirectory.create(hadoop, path("run"), "marker.json")) {
            try (OutputStream part = staged.newFile("part")) {
                part.write("a part".getBytes(UTF_8));
            }
            staged.newFile("marker.json").write("{}".getBytes(UTF_8));
            staged.commit();
        }
    }

    @Test
    void aDirectoryIsWholeOrAbsent() {
        int room = 0;
        String outcome = outcome(room, this::stage);
        while (!outcome.isEmpty()) {
            assertThat(outcome).contains(temporary.toString()).contains("No space left on device");
            assertThat(temporary).isEmptyDirectory();
            assertThat(room).isLessThan(ENOUGH);
            room++;
            outcome = outcome(room, this::stage);
        }
        assertThat(room).isGreaterThan("a part".length() + "{}".length());
        assertThat(temporary.resolve("run/part")).hasContent("a part");
        assertThat(temporary.resolve("run/marker.json")).hasContent("{}");
        assertThat(temporary).isDirectoryNotContaining("glob:**/.*");
    }

    @Test
    void aFileStaysAsItWas() throws IOException {
        Path file = Files.writeString(temporary.resolve("auc.csv"), "before");
        Writing writing =
                hadoop -> StagedFile.write(hadoop, path("auc.csv"), out -> out.write("after".getBytes(UTF_8)));

        for (int room = 0; room < "after".length(); room++) {
            assertThat(outcome(room, writing)).contains(file.getFileName().toString(), "No space left on device");
            assertThat(file).hasContent("before");
            assertThat(temporary).isDirectoryNotContaining("glob:**/.*");
        }
        assertThat(outcome("after".length(), writing)).isEmpty();
        assertThat(file).hasContent("after");
    }
}
