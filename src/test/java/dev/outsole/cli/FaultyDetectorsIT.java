package dev.outsole.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.outsole.detector.Detector;
import dev.outsole.detector.ExitingDetector;
import dev.outsole.detector.FaultyDetectors;
import dev.outsole.detector.ThrowingDetectors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Detectors of another jar that lose, double or spoil an image, by the real command: they are named, and the others go on. */
final class FaultyDetectorsIT {
    private static final Path CLASSES = Path.of("target/test-classes");
    private static final Pattern PACKED =
            Pattern.compile("dev/outsole/(detector/(FaultyDetectors|Throwing|Exiting)|work/Thrown).*\\.class");
    /** Those that there are to be found. */
    private static final List<Class<?>> DETECTORS = Stream.concat(
                    Stream.of(ExitingDetector.class),
                    Stream.of(FaultyDetectors.class, ThrowingDetectors.class)
                            .flatMap(family -> Arrays.stream(family.getClasses())))
            .toList();

    @TempDir
    private static Path folder;

    private static Path jar;

    @BeforeAll
    static void pack() throws Exception {
        Launcher.data();
        jar = folder.resolve("faulty.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(CLASSES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = CLASSES.relativize(file).toString();
                if (PACKED.matcher(name).matches()) {
                    add(out, name, Files.readAllBytes(file));
                }
            }
            String services = DETECTORS.stream().map(Class::getName).collect(Collectors.joining("\n"));
            add(out, "META-INF/services/" + Detector.class.getName(), services.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void add(JarOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content);
    }

    @Test
    void aSweepNamesThemAndKeepsTheOthers() throws Exception {
        Launcher.Result result = withJar(
                "sweep",
                "--normal=sandal",
                "--abnormal=sneaker",
                "--detectors=pixels,dropping,doubling,undefined",
                "--svm-sample=500");

        assertThat(result.exitCode()).as(result.err()).isEqualTo(1);
        JsonNode summary =
                new ObjectMapper().readTree(run().resolve("summary.json").toFile());
        JsonNode failed = summary.at("/failed");
        assertThat(failed.size()).as(failed.toString()).isEqualTo(3);
        assertThat(failed.toString())
                .contains("the detector dropping left out 1 of 10000 test images, the first is 17")
                .contains("the detector doubling gave image 17 twice")
                .contains("the decision value NaN");
        assertThat(run().resolve("models/pixels/sandal/seed-1/model.json")).exists();
    }

    @Test
    void anEvaluationEndsWithOneLine() throws Exception {
        Launcher.Result result =
                withJar("evaluate", "--detectors=undefined", "--calibration-fraction=0.5", "--output=no");

        assertThat(result.exitCode()).as(result.err()).isEqualTo(2);
        assertThat(result.errors()).singleElement().asString().contains("the detector undefined gave", "NaN");
        assertThat(folder.resolve("no")).isEmptyDirectory();
    }

    /** Seeds 1 and 2: two checked exceptions of Spark's. That models fail is a finding of the night. */
    @Test
    void aNightNamesThoseThatThrow() throws Exception {
        Launcher.Result result = withJar(
                "nightly",
                "--normal=sandal",
                "--abnormal=sneaker",
                "--detectors=pixels,throws-in-fit,throws-in-fit-task,throws-in-score,throws-in-score-task,throws-in-rank,throws-in-save",
                "--seeds=2",
                "--svm-sample=500",
                "--output=night");

        assertThat(result.exitCode()).as(result.err()).isEqualTo(3);
        assertThat(result.errors())
                .filteredOn(line -> line.startsWith("finding: "))
                .anyMatch(line -> line.contains("throws-in-rank/sandal/seed-2") && line.contains("`shoes`"));
    }

    @Test
    void oneThatEndsTheProgramMakesItFail() throws Exception {
        Launcher.Result result = withJar("sweep", "--normal=sandal", "--detectors=exiting", "--output=ended");

        assertThat(result.exitCode()).as(result.err()).isEqualTo(1);
        assertThat(result.err())
                .contains("has ended the program before its work was over", "detector.ExitingDetector.pipeline");
    }

    private static Path run() throws IOException {
        try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
            return runs.findFirst().orElseThrow();
        }
    }

    private static Launcher.Result withJar(String... command) throws Exception {
        return new Launcher(folder)
                .run(Stream.concat(Stream.of(command), Stream.of("--", "--jars", jar.toString()))
                        .toArray(String[]::new));
    }
}
