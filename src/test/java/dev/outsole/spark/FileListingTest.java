package dev.outsole.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What counts as a file of a folder, and what doesn't. */
class FileListingTest {
    @TempDir
    private Path temporary;

    @Test
    void hiddenFilesAndLeftoversAreCountedAndLeftOut() throws IOException {
        for (String name : List.of("a.png", "_DSC0001.JPG", "__init/b.png", "sub/@eaDir.png")) {
            write("in/" + name);
        }
        for (String name : List.of(
                ".hidden.png",
                "._a.png",
                ".ipynb_checkpoints/a-checkpoint.png",
                "sub/@eaDir/SYNO@.fileindexdb",
                "sub/@eaDir/a.png/SYNOPHOTO_THUMB_M.jpg",
                "__MACOSX/._a.png",
                "Thumbs.db",
                "sub/desktop.ini",
                "$RECYCLE.BIN/b.png",
                "_SUCCESS")) {
            write("in/" + name);
        }

        InputFiles found = list("in");

        assertThat(names(found)).containsExactly("_DSC0001.JPG", "__init/b.png", "a.png", "sub/@eaDir.png");
        assertThat(found.leftOut()).isEqualTo(10);
        assertThat(found.unreadable()).isEmpty();
    }

    /** The folder itself may be below a hidden one. */
    @Test
    void aFolderThatIsNamedIsNotLeftOut() throws IOException {
        write(".cache/in/a.png");

        assertThat(names(list(".cache/in"))).containsExactly("a.png");
    }

    @Test
    @Timeout(60)
    void linksAreFollowedOnceAndNotUpwards() throws IOException {
        write("in/real/a.png");
        write("elsewhere/b.png");
        write("elsewhere/deep/c.png");
        write("beside.png");
        link("in/again", "real");
        link("in/other", "../elsewhere");
        link("in/second", "../elsewhere");
        link("in/up", "..");
        link("in/self", ".");
        link("in/real/top", "../..");
        link("elsewhere/deep/back", "../../in");
        link("in/file.png", "../beside.png");

        InputFiles found = list("in");

        assertThat(names(found)).containsExactly("file.png", "other/b.png", "other/deep/c.png", "real/a.png");
        assertThat(found.unreadable()).isEmpty();
    }

    @Test
    void linksThatLeadNowhereAreNamed() throws IOException {
        write("in/a.png");
        link("in/gone.png", "nowhere.png");
        link("in/circle.png", "circle.png");
        link("in/.hidden.png", "nowhere.png");

        InputFiles found = list("in");

        assertThat(names(found)).containsExactly("a.png");
        assertThat(found.unreadable().keySet().stream().map(org.apache.hadoop.fs.Path::getName))
                .containsExactly("circle.png", "gone.png");
        assertThat(found.unreadable().values()).containsOnly("a link that leads nowhere");
        assertThat(found.leftOut()).isEqualTo(1);
    }

    @Test
    void aFileIsItself() throws IOException {
        write("in/.hidden.png");

        assertThat(list("in/.hidden.png").files()).hasSize(1);
    }

    private InputFiles list(String name) throws IOException {
        FileSystem files = new LocalFileSystem();
        files.initialize(java.net.URI.create("file:///"), TestSession.hadoop());
        return FileListing.of(
                files,
                files.makeQualified(
                        new org.apache.hadoop.fs.Path(temporary.resolve(name).toString())));
    }

    private List<String> names(InputFiles found) {
        return found.files().stream()
                .map(file -> file.toUri().getPath().replaceFirst(".*?/in/", ""))
                .sorted()
                .collect(Collectors.toList());
    }

    private void write(String name) throws IOException {
        Path file = temporary.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "content");
    }

    private void link(String name, String target) throws IOException {
        Files.createSymbolicLink(temporary.resolve(name), Path.of(target));
    }
}
