package dev.outsole.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {
    private static final String CLASS = "dev/outsole/Shoe.class";

    @TempDir
    private Path folder;

    @Test
    void isTheVersionAndAChecksum() {
        assertThat(Build.current())
                .matches("\\d+\\.\\d+\\.\\d+\\S*\\+[0-9a-f]{12}")
                .isEqualTo(Build.current());
    }

    /** Whichever jar the classes are in, and whatever lies beside them. */
    @Test
    void isTheSameInAFolderAndInAJarOfMore() throws IOException {
        write(CLASS, "shoe");
        write("outsole.properties", "version=1");
        String build = Build.of(folder.resolve("classes"));

        write("outsole.conf", "# a comment");
        write("META-INF/MANIFEST.MF", "Created-By: somebody");

        assertThat(build).hasSize(12).isEqualTo(Build.of(folder.resolve("classes")));
        assertThat(Build.of(jar())).isEqualTo(build);
    }

    @Test
    void isAnotherOneOfOtherCodeOrLibraries() throws IOException {
        write(CLASS, "shoe");
        String build = Build.of(folder.resolve("classes"));
        write(CLASS, "shoes");
        String other = Build.of(folder.resolve("classes"));
        write("outsole.properties", "spark=4");

        assertThat(other).isNotEqualTo(build);
        assertThat(Build.of(folder.resolve("classes"))).isNotEqualTo(other);
    }

    private void write(String name, String content) throws IOException {
        Path file = folder.resolve("classes").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private Path jar() throws IOException {
        Path jar = folder.resolve("some.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("org/other/Library.class"));
            zip.putNextEntry(new ZipEntry("outsole.properties"));
            zip.write("version=1".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(CLASS));
            zip.write("shoe".getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }
}
