package dev.outsole.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import dev.outsole.image.ImageShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model's directory, as it was written and in every way in which it can be something else. */
class ManifestFileTest {
    private static final ModelManifest MANIFEST = ModelManifest.of(
            "1.2.3",
            "pixels",
            "Clog",
            List.of("Clog", "Mule"),
            new ImageShape(2, 3),
            7,
            Map.of("svm.nu", "0.5"),
            Map.of("train_images", "ab"),
            new Calibration(0.25, List.of(2.0, -1.5)));

    @TempDir
    Path directory;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(directory.resolve("stages/0_a"));
        Files.writeString(directory.resolve("stages/0_a/part-0"), "abc");
        Files.writeString(directory.resolve("metadata"), "");
        ManifestFile.write(new LocalFiles(directory), MANIFEST);
    }

    /** SHA-256 of "abc" and of nothing: FIPS 180-2, appendix B.1, and NIST's example vectors. */
    @Test
    void listsEveryFileWithItsChecksum() {
        ModelManifest read = check();

        assertThat(read.files())
                .containsExactly(
                        Map.entry("metadata", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
                        Map.entry(
                                "stages/0_a/part-0",
                                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        assertThat(read.withFiles(Map.of())).isEqualTo(MANIFEST);
        assertThat(read.calibration().scores()).containsExactly(-1.5, 2.0);
    }

    @Test
    void noticesAChangedFile() throws IOException {
        Files.writeString(directory.resolve("stages/0_a/part-0"), "abd");

        assertRefused("stages/0_a/part-0 has changed");
    }

    @Test
    void noticesATruncatedFile() throws IOException {
        Files.writeString(directory.resolve("stages/0_a/part-0"), "ab");

        assertRefused("stages/0_a/part-0 has changed");
    }

    @Test
    void noticesAMissingFile() throws IOException {
        Files.delete(directory.resolve("stages/0_a/part-0"));

        assertRefused("stages/0_a/part-0 is missing");
    }

    @Test
    void noticesAForeignFile() throws IOException {
        Files.writeString(directory.resolve("stages/part-1"), "");

        assertRefused("stages/part-1 is not a file of this model");
    }

    @Test
    void toleratesHadoopsChecksumsOfItsOwnFiles() throws IOException {
        Files.writeString(directory.resolve("stages/0_a/.part-0.crc"), "crc");
        assertThat(check().detector()).isEqualTo("pixels");

        Files.writeString(directory.resolve("stages/0_a/.part-1.crc"), "crc");
        assertRefused(".part-1.crc is not a file of this model");
    }

    @Test
    void noticesAChangedManifest() throws IOException {
        replaceInManifest("-1.5", "-1.4");

        assertRefused("manifest.json has changed");
    }

    @Test
    void refusesANewerFormat() throws IOException {
        replaceInManifest("\"format_version\" : 2", "\"format_version\" : 3, \"more\" : 0");

        assertRefused("format 3, this version reads 1 to 2");
    }

    @Test
    void refusesAManifestThatIsNoJson() throws IOException {
        Files.writeString(directory.resolve(ManifestFile.NAME), "{\"format_version\": 1");

        assertRefused("manifest.json is damaged");
    }

    @Test
    void refusesADirectoryThatIsNoModel() throws IOException {
        Files.delete(directory.resolve(ManifestFile.NAME));

        assertRefused("has no manifest.json");
    }

    @Test
    void refusesAPlaceThatIsNotThere() {
        assertThatThrownBy(() -> ManifestFile.check(new LocalFiles(directory.resolve("none")), "none"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("none has no manifest.json");
    }

    private ModelManifest check() {
        return ManifestFile.check(new LocalFiles(directory), "the place");
    }

    private void replaceInManifest(String old, String replacement) throws IOException {
        Path file = directory.resolve(ManifestFile.NAME);
        String content = Files.readString(file);
        assertThat(content).contains(old);
        Files.writeString(file, content.replace(old, replacement));
    }

    private void assertRefused(String finding) {
        assertThatThrownBy(this::check).isInstanceOf(UserError.class).hasMessageContainingAll("the place", finding);
    }
}
