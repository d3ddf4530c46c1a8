package dev.outsole.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Detectors of another jar that lose, double or spoil an image, by the real command: they are named, and the others go on. */
final class FaultyDetectorsIT {
    private static final Path CLASSES = Path.of("target/test-classes");
    private static final String NAME = "dev/outsole/detector/FaultyDetectors";

    @TempDir
    private static Path folder;

    private static Path jar;

    @BeforeAll
    static void pack() throws Exception {
        Launcher.data();
        jar = folder.resolve("faulty.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            StringBuilder services = new StringBuilder();
            for (String nested : List.of("Dropping", "Doubling", "Undefined", "Faulty")) {
                String file = NAME + "$" + nested + ".class";
                add(out, file, Files.readAllBytes(CLASSES.resolve(file)));
                services.append(nested.equals("Faulty") ? "" : NAME.replace('/', '.') + "$" + nested + "\n");
            }
            add(
                    out,
                    "META-INF/services/dev.outsole.detector.Detector",
                    services.toString().getBytes(StandardCharsets.UTF_8));
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
