package dev.outsole.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Outsole's own detectors, with those that a folder behind them on the class path adds. */
class DetectorsTest {
    private static final String SERVICES = "META-INF/services/dev.outsole.detector.Detector";
    /** A class file as far as it is read before it is refused: the magic number, and version 199. */
    private static final byte[] OF_ANOTHER_JAVA = {
        (byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0, 0, (byte) 199
    };

    /** What {@link Named} is called. */
    private static String key = "";

    @TempDir
    Path folder;

    private ClassLoader before;
    private URLClassLoader extended;

    @BeforeEach
    void extendTheClassPath() throws MalformedURLException {
        before = Thread.currentThread().getContextClassLoader();
        extended = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before);
        Thread.currentThread().setContextClassLoader(extended);
    }

    @AfterEach
    void restoreTheClassPath() throws IOException {
        Thread.currentThread().setContextClassLoader(before);
        extended.close();
    }

    @Test
    void othersComeBehindOutsolesOwnInTheOrderOfTheirFile() throws IOException {
        key = "a-1";
        add("# two of them", nested("Tarot"), nested("Named"));

        List<String> keys = Detectors.all().stream().map(Detector::key).toList();

        assertThat(keys).startsWith("pixels", "autoencoder").endsWith("tarot", "a-1");
        assertThat(Detectors.of("tarot")).isInstanceOf(Tarot.class);
    }

    @Test
    void anUnknownNameIsToldWithThoseThatThereAre() throws IOException {
        add(nested("Tarot"));

        assertThatThrownBy(() -> Detectors.of("runes"))
                .isInstanceOf(UserError.class)
                .hasMessageMatching("unknown detector 'runes': choose among pixels, autoencoder, .*tarot");
    }

    @Test
    void twoOfOneNameAreBothTold() throws IOException {
        key = "pixels";
        add(nested("Named"));

        assertRefused(PixelsDetector.class.getName(), nested("Named"), "'pixels'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Tarot", "tarot cards", "../tarot", "tarot\n", "tärot", "tarot_2"})
    void aKeyThatIsNoNameForAFolderIsRefused(String other) throws IOException {
        key = other;
        add(nested("Named"));

        assertRefused(nested("Named"), "'" + other.strip(), "lower-case letters, digits and hyphens");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no.such.Detector  | no.such.Detector not found",
                "{this}            | DetectorsTest not a subtype",
                "two words         | Illegal configuration-file syntax",
                "1st               | Illegal provider-class name: 1st",
                "Newer             | Newer has been compiled by a more recent version",
                "{this}$Hidden     | Unable to get public no-arg constructor",
                "{this}$Unlucky    | $Unlucky could not be instantiated: java.lang.IllegalStateException: no cards",
            })
    void aClassThatIsNoDetectorIsTold(String line, String reason) throws IOException {
        Files.write(folder.resolve("Newer.class"), OF_ANOTHER_JAVA);
        add(line.replace("{this}", DetectorsTest.class.getName()));

        assertRefused(reason, SERVICES, "take the jar off the class path");
    }

    private static void assertRefused(String... parts) {
        assertThatThrownBy(Detectors::all).isInstanceOf(UserError.class).hasMessageContainingAll(parts);
    }

    private void add(String... lines) throws IOException {
        Path services = folder.resolve(SERVICES);
        Files.createDirectories(services.getParent());
        Files.write(services, List.of(lines));
    }

    private static String nested(String name) {
        return DetectorsTest.class.getName() + "$" + name;
    }

    /** A detector like any other. */
    public static class Tarot implements Detector {
        @Override
        public String key() {
            return "tarot";
        }

        @Override
        public String summary() {
            return "a card for every image";
        }

        @Override
        public Pipeline pipeline(DetectorOptions options) {
            return new Pipeline();
        }
    }

    /** Called as a test wants it. */
    public static final class Named extends Tarot {
        @Override
        public String key() {
            return key;
        }
    }

    /** Can't be made by others. */
    public static final class Hidden extends Tarot {
        private Hidden() {}
    }

    /** Can't be made at all. */
    public static final class Unlucky extends Tarot {
        public Unlucky() {
            throw new IllegalStateException("no cards");
        }
    }
}
