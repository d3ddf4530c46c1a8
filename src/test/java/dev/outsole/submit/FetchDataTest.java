package dev.outsole.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code submit/fetch-data} with four tiny files for the real ones, whose checksums are put into a copy of the script,
 * and a network and an apt-get that are stand-ins.
 */
class FetchDataTest {

    private static final String TRAIN_IMAGES = "train-images-idx3-ubyte";
    private static final String TEST_LABELS = "t10k-labels-idx1-ubyte";

    /** The SHA-256 in the script, as data/README.md states them. */
    private static final Map<String, String> REAL_CHECKSUMS = Map.of(
            TRAIN_IMAGES,
            "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
            "train-labels-idx1-ubyte",
            "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
            "t10k-images-idx3-ubyte",
            "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
            TEST_LABELS,
            "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34");

    /** Stands in for curl and wget, whose calls end with the file and the address: serves the folder MIRROR. */
    private static final String NETWORK = """
            while [ $# -gt 2 ]; do shift; done
            case $2 in
              http://mirror/data/*) cat "$MIRROR/${2##*/}" > "$1" ;;
              *) echo "could not resolve host" >&2; exit 6 ;;
            esac
            """;

    private static final String APT_GET_THAT_FAILS = """
            echo "W: Download is performed unsandboxed as root" >&2
            echo "E: Unable to locate package dataset-fashion-mnist" >&2
            exit 100
            """;

    private static final String APT_GET = """
            echo "W: Download is performed unsandboxed as root" >&2
            : > dataset-fashion-mnist_1_all.deb
            """;

    @TempDir
    Path temporary;

    private FakeProject project;
    private Path mirror;
    private Path installed;
    private Path target;

    @BeforeEach
    void makeProject() throws IOException {
        project = FakeProject.bare(temporary);
        mirror = Files.createDirectories(temporary.resolve("my mirror"));
        installed = temporary.resolve("usr/share/datasets/fashion-mnist");
        target = project.home.resolve("data/fashion-mnist");
        project.program("apt-get", APT_GET_THAT_FAILS);
        project.program("curl", NETWORK);
        String script = Files.readString(project.home.resolve("submit/fetch-data"));
        for (Map.Entry<String, String> file : REAL_CHECKSUMS.entrySet()) {
            script = replaceOnce(script, file.getValue(), sha256(content(file.getKey())));
        }
        project.write(
                "submit/fetch-data",
                replaceOnce(script, "=/usr/share/datasets/fashion-mnist\n", "=" + installed + "\n"));
        fill(mirror);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{mirror}", "file://{mirror}", "http://mirror/data", "http://mirror/data/"})
    void theVariablesSourceComesFirst(String place) throws IOException {
        String source = place.replace("{mirror}", mirror.toString());

        Shell.Result run = fetch(shell().with("OUTSOLE_DATA", source));

        assertFetched(run, "OUTSOLE_DATA (" + source + ")");
    }

    @Test
    void anEscapedFileAddressIsUnderstood() throws IOException {
        String source = "file://" + mirror.toString().replace(" ", "%20");

        assertFetched(fetch(shell().with("OUTSOLE_DATA", source)), "OUTSOLE_DATA (" + source + ")");
    }

    @Test
    void wgetDoesWithoutCurl() throws IOException {
        Files.delete(project.programs.resolve("curl"));
        project.program("wget", NETWORK);

        assertFetched(fetch(shell().with("OUTSOLE_DATA", "http://mirror/data")), "OUTSOLE_DATA (http://mirror/data)");
    }

    @Test
    void thePackageMayBeInstalled() throws IOException {
        fill(installed);

        assertFetched(fetch(shell()), "Debian package dataset-fashion-mnist");
    }

    @Test
    void thePackageMayBeDownloaded() throws IOException {
        project.program("apt-get", APT_GET);
        project.program(
                "dpkg-deb",
                "mkdir -p \"$3" + installed + "\"; cat \"$2\"; cd \"$MIRROR\"\n"
                        + "for file in *.gz; do cat \"$file\" > \"$3" + installed + "/$file\"; done\n");

        Shell.Result run = fetch(shell());

        assertFetched(run, "Debian package dataset-fashion-mnist");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void anotherFolderMayBeNamedRelativeToTheCaller() throws IOException {
        target = temporary.resolve("my data");

        assertFetched(
                fetch(shell().in(temporary).with("OUTSOLE_DATA", "my mirror"), "my data"), "OUTSOLE_DATA (my mirror)");
    }

    @Test
    void goodFilesStay() throws IOException {
        fill(target);
        byte[] before = Files.readAllBytes(target.resolve(TEST_LABELS + ".gz"));

        Shell.Result run = fetch(shell().with("OUTSOLE_DATA", "/no/such"));

        assertThat(run.outLines())
                .containsExactly("fetch-data: " + target + ": all four files already there, SHA-256 checked");
        assertThat(run.err()).isEmpty();
        assertThat(target.resolve(TEST_LABELS + ".gz")).hasBinaryContent(before);
    }

    @Test
    void aCorruptFileIsReplaced() throws IOException {
        fill(target);
        Files.writeString(target.resolve(TEST_LABELS + ".gz"), "cut short");

        Shell.Result run = fetch(shell().with("OUTSOLE_DATA", mirror));

        assertThat(run.errLines())
                .containsExactly("fetch-data: " + target.resolve(TEST_LABELS + ".gz")
                        + " is corrupt and will be replaced: " + TEST_LABELS + ".gz cannot be read as gzip");
        assertThat(run.outLines())
                .containsExactly(
                        "fetch-data: " + target + ": 1 of 4 files from OUTSOLE_DATA (" + mirror + "), SHA-256 checked");
        assertComplete();
    }

    @Test
    void aBadVariableIsNamedAndTheNextSourceTried() throws IOException {
        fill(installed);
        Files.delete(mirror.resolve(TRAIN_IMAGES + ".gz"));

        Shell.Result run = fetch(shell().with("OUTSOLE_DATA", mirror));

        assertThat(run.errLines())
                .containsExactly("fetch-data: OUTSOLE_DATA (" + mirror + "): " + TRAIN_IMAGES + ".gz not found");
        assertFetched(run, "Debian package dataset-fashion-mnist");
    }

    @Test
    void everySourceThatFailedIsNamedWithItsReason() throws IOException {
        Files.write(mirror.resolve(TRAIN_IMAGES + ".gz"), gzipped("other"));

        Shell.Result run = fetch(shell().with("OUTSOLE_DATA", mirror));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.errLines())
                .containsExactly(
                        "fetch-data: OUTSOLE_DATA (" + mirror + "): SHA-256 of " + TRAIN_IMAGES + " is "
                                + sha256("other") + ", not " + sha256(content(TRAIN_IMAGES)),
                        "fetch-data: Debian package dataset-fashion-mnist: apt-get download: "
                                + "E: Unable to locate package dataset-fashion-mnist",
                        "fetch-data: public download (http://fashion-mnist.s3-website.eu-central-1.amazonaws.com): "
                                + "could not resolve host",
                        "fetch-data: no source worked; set OUTSOLE_DATA to a folder or base URL that holds the four "
                                + ".gz files");
        assertThat(target).isEmptyDirectory();
    }

    @Test
    void helpAndMistakesTouchNothing() {
        assertThat(fetch(shell(), "--help").out()).startsWith("usage: submit/fetch-data [FOLDER]");

        Shell.Result option = fetch(shell(), "--frobnicate");
        assertThat(option.exitCode()).isEqualTo(2);
        assertThat(option.errLines()).containsExactly("fetch-data: unknown option --frobnicate; see --help");

        Shell.Result folders = fetch(shell(), "one", "two");
        assertThat(folders.exitCode()).isEqualTo(2);
        assertThat(folders.errLines())
                .containsExactly("fetch-data: one target folder at most, not also two; see --help");
        assertThat(target).doesNotExist();
    }

    private Shell shell() {
        return project.shell().with("MIRROR", mirror);
    }

    private Shell.Result fetch(Shell shell, String... arguments) {
        return shell.run(project.home.resolve("submit/fetch-data"), arguments);
    }

    private void assertFetched(Shell.Result run, String source) throws IOException {
        assertThat(run.outLines())
                .containsExactly("fetch-data: " + target + ": 4 of 4 files from " + source + ", SHA-256 checked");
        assertThat(run.exitCode()).isZero();
        assertComplete();
    }

    /** All four files with their content, and nothing that was only temporary. */
    private void assertComplete() throws IOException {
        for (String name : REAL_CHECKSUMS.keySet()) {
            assertThat(target.resolve(name + ".gz")).hasBinaryContent(gzipped(content(name)));
        }
        try (Stream<Path> files = Files.list(target)) {
            assertThat(files).hasSize(REAL_CHECKSUMS.size());
        }
    }

    private static void fill(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String name : REAL_CHECKSUMS.keySet()) {
            Files.write(folder.resolve(name + ".gz"), gzipped(content(name)));
        }
    }

    private static String content(String name) {
        return "content of " + name;
    }

    private static byte[] gzipped(String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String sha256(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String replaceOnce(String text, String old, String replacement) {
        assertThat(text).containsOnlyOnce(old);
        return text.replace(old, replacement);
    }
}
