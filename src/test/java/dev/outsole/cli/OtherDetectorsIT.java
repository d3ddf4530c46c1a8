package dev.outsole.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.outsole.spark.TestSession;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The detector that the documentation shows, in a jar of its own, by the real command on the real images. */
final class OtherDetectorsIT {
    private static final Path PAGE = Path.of("src/docs/detectors.md");
    private static final int SANDAL = 5;
    private static final int SIDE = 28;

    @TempDir
    private static Path folder;

    private static Path jar;
    private static Path run;

    @BeforeAll
    static void evaluate() throws Exception {
        jar = DocumentedPrograms.jar(PAGE, folder);
        Launcher.data();
        Launcher.Result result = withJar("evaluate", "--detectors=pixels,profiles");
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.outLines().get(1)).matches("Detector +pixels +profiles");
        run = Path.of(result.outLines().get(result.outLines().size() - 1).replaceFirst("^file:", ""));
    }

    @Test
    void isListedBehindOutsolesOwn() throws Exception {
        List<String> lines = withJar("detectors").outLines();

        assertThat(lines.get(0)).matches("pixels +one-class SVM on the pixels");
        assertThat(lines.get(lines.size() - 1)).matches("profiles +one-class SVM on the means of rows and columns");
    }

    @Test
    void hasItsPlaceInResultsAndReport() throws IOException {
        JsonNode profiles = new ObjectMapper()
                .readTree(run.resolve("metrics.json").toFile())
                .at("/detectors/profiles");

        assertThat(profiles.at("/svm/training_rows").asInt()).isEqualTo(6000);
        assertThat(profiles.at("/svm/gamma").asDouble()).isCloseTo(gammaOfSandalProfiles(), within(1e-6));
        assertThat(profiles.at("/auc").asDouble()).isBetween(0.5, 1.0);
        assertThat(run.resolve("report.html")).content().contains("profiles");
    }

    /** 1 / (d · var(X)) of the profiles that all sandals have, from the bytes of the data set's files. */
    private static double gammaOfSandalProfiles() throws IOException {
        byte[] images = unpacked("train-images-idx3-ubyte.gz");
        byte[] labels = unpacked("train-labels-idx1-ubyte.gz");
        DoubleStream.Builder profiles = DoubleStream.builder();
        for (int image = 0; image < 60_000; image++) {
            if (labels[8 + image] == SANDAL) {
                int start = 16 + image * SIDE * SIDE;
                for (int line = 0; line < SIDE; line++) {
                    profiles.add(mean(images, start + line * SIDE, 1));
                    profiles.add(mean(images, start + line, SIDE));
                }
            }
        }
        double[] all = profiles.build().toArray();
        double mean = DoubleStream.of(all).average().orElseThrow();
        double variance = DoubleStream.of(all)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
        return 1 / (2 * SIDE * variance);
    }

    private static double mean(byte[] images, int from, int step) {
        double sum = 0;
        for (int i = 0; i < SIDE; i++) {
            sum += (images[from + i * step] & 0xff) / 255.0;
        }
        return sum / SIDE;
    }

    private static byte[] unpacked(String name) throws IOException {
        try (InputStream in = new GZIPInputStream(
                Files.newInputStream(Path.of("data/fashion-mnist").resolve(name)))) {
            return in.readAllBytes();
        }
    }

    @Test
    void aJarThatNamesNoDetectorIsTold() throws Exception {
        Path other = folder.resolve("other.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(other))) {
            out.putNextEntry(new ZipEntry("META-INF/services/dev.outsole.detector.Detector"));
            out.write("org.example.Profiles\n".getBytes(StandardCharsets.UTF_8));
        }
        Launcher.Result result = new Launcher(folder).run("evaluate", "--", "--jars", jar + "," + other);

        assertThat(result.exitCode()).as(result.err()).isEqualTo(2);
        assertThat(result.errors()).singleElement().asString().contains("org.example.Profiles not a subtype");
    }

    @Test
    void itsSavedModelScoresTheSame() throws Exception {
        Path out = folder.resolve("scores");
        Launcher.Result result = withJar(score(out));
        assertThat(result.exitCode()).as(result.err()).isZero();

        SparkSession spark = TestSession.spark();
        Map<Integer, Double> again =
                decisionValues(spark.read().parquet(out + "/scores").collectAsList());
        Map<Integer, Double> before = decisionValues(spark.read()
                .parquet(run + "/scores")
                .where("detector = 'profiles'")
                .collectAsList());

        assertThat(again).hasSize(10_000);
        // Matrix products round by the shape of their batch; decision values range over some hundred.
        assertThat(before)
                .hasSize(2000)
                .allSatisfy((index, value) -> assertThat(again.get(index)).isCloseTo(value, within(1e-2)));
    }

    @Test
    void itsSavedModelIsRefusedWithoutItsJar() throws Exception {
        Path out = folder.resolve("never");
        Launcher.Result result = new Launcher(folder).run(score(out));

        assertThat(result.exitCode()).as(result.err()).isEqualTo(2);
        assertThat(result.errors())
                .singleElement()
                .asString()
                .contains("org.example.Profiles", "the class path doesn't have", "--jars");
        assertThat(out).doesNotExist();
    }

    private static String[] score(Path out) throws Exception {
        String images = Launcher.data().resolve("t10k-images-idx3-ubyte.gz").toString();
        return new String[] {"score", "--model", run + "/models/profiles", "--input", images, "--output", out.toString()
        };
    }

    private static Map<Integer, Double> decisionValues(List<Row> rows) {
        return rows.stream()
                .collect(Collectors.toMap(row -> row.<Integer>getAs("index"), row -> row.getAs("decision_value")));
    }

    @Test
    void theDocumentedTestPasses() throws Exception {
        Path classes = DocumentedPrograms.tests(PAGE, folder, jar);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader extended = new URLClassLoader(
                new URL[] {jar.toUri().toURL(), classes.toUri().toURL()}, before)) {
            Thread.currentThread().setContextClassLoader(extended);
            assertThat(runTests(extended.loadClass("org.example.ProfilesDetectorTest")))
                    .isEqualTo(2);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static int runTests(Class<?> type) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructor();
        int count = 0;
        for (Method method : type.getDeclaredMethods()) {
            if (method.isAnnotationPresent(Test.class)) {
                method.setAccessible(true);
                method.invoke(constructor.newInstance());
                count++;
            }
        }
        return count;
    }

    private static Launcher.Result withJar(String... command) throws Exception {
        return new Launcher(folder)
                .run(Stream.concat(Stream.of(command), Stream.of("--", "--jars", jar.toString()))
                        .toArray(String[]::new));
    }
}
