package dev.outsole.cluster;

import static dev.outsole.cluster.Command.EVALUATE;
import static dev.outsole.cluster.Command.SWEEP;
import static dev.outsole.cluster.Command.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outsole.cli.DocumentedPrograms;
import dev.outsole.cli.Launcher;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands on a standalone cluster of three one-core workers: one may hold the driver, two JVMs do the work. */
final class StandaloneIT {
    /** Where an executor's memory counts, its JVM is as its user's. */
    private static final String ALL_COMPILERS = "-XX:TieredStopAtLevel=4";

    @TempDir
    private static Path folder;

    private static StandaloneCluster cluster;

    @BeforeAll
    static void start() throws Exception {
        Launcher.data();
        cluster = new StandaloneCluster(folder.resolve("daemons"), 3);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"client", "cluster"})
    void twoExecutorsGiveTheSameBitsAsTwoThreads(String mode) throws Exception {
        Path output = folder.resolve(mode + "/out");
        EventLog events = new EventLog(folder.resolve(mode + "-events"));

        MemoryPeak memory = new MemoryPeak(cluster::executors);
        try (memory) {
            Launcher.Result result = submit(
                    mode,
                    mode,
                    with(EVALUATE, "--output=" + output),
                    with(events.options(), "--conf", "spark.executorEnv.JAVA_TOOL_OPTIONS=" + ALL_COMPILERS));
            assertThat(result.exitCode()).as(result.err()).isZero();
        }

        // Heap and what is beside it, of conf/spark-defaults.conf: 1024 + 768 MiB.
        assertThat(memory.mebibytes()).as("peak of an executor in MiB").isBetween(100L, 1792L);
        assertThat(events.busyExecutors()).hasSize(2);
        // They have no use for ND4J, which takes seconds to load and 324 MB of disk.
        assertThat(logs("app")).contains("Executor: Running task").doesNotContain("Nd4jBackend");
        assertThat(Run.figures(output)).isEqualTo(Embedded.figures());
        assertThat(Run.numbers(output)).hasSize(2).containsExactlyElementsOf(Run.numbers(Embedded.evaluation()));
    }

    /** In client mode a sweep runs among the tests of faults. */
    @Test
    void aSweepInClusterModeGivesTheSameTable() throws Exception {
        Path output = folder.resolve("sweep/out");

        Launcher.Result result = submit("cluster", "sweep", with(SWEEP, "--output=" + output));

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(Run.in(output).resolve("auc.csv")).hasSameBinaryContentAs(Embedded.sweepTable());
    }

    /** A detector with a stage of its own: driver and executors have its jar. */
    @Test
    void aDetectorOfAnotherJarWorksInBothModes() throws Exception {
        Path jar = DocumentedPrograms.jar(Path.of("src/docs/detectors.md"), folder.resolve("detector"));
        List<JsonNode> figures = new ArrayList<>();

        for (String mode : List.of("client", "cluster")) {
            Path output = folder.resolve("detector-" + mode + "/out");
            String[] command = {"evaluate", "--detectors=profiles", "--output=" + output};
            Launcher.Result result = submit(mode, "detector-" + mode, command, "--jars", jar.toString());
            assertThat(result.exitCode()).as(result.err()).isZero();
            figures.add(Run.figures(output).at("/profiles"));
        }

        assertThat(figures.get(0).at("/svm/training_rows").asInt()).isEqualTo(6000);
        assertThat(figures.get(1)).isEqualTo(figures.get(0));
    }

    /** The settings file is the user's own, and travels with a driver that runs elsewhere. */
    @ParameterizedTest
    @ValueSource(strings = {"client", "cluster"})
    void aMistakeInTheSettingsIsNoSuccess(String mode) throws Exception {
        Path config = Files.writeString(folder.resolve(mode + ".conf"), "outsole.svm.nu = 7");

        Launcher.Result result = submit(mode, "mistake-" + mode, new String[] {"evaluate", "--config=" + config});

        assertThat(result.exitCode()).isEqualTo(mode.equals("client") ? 2 : 1);
        String told = mode.equals("client") ? result.err() : logs("driver");
        assertThat(told).contains("outsole evaluate: outsole.svm.nu = 7");
    }

    /** What all drivers on the cluster, or all executors (of an app), have said. */
    private static String logs(String kind) throws Exception {
        StringBuilder logs = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder.resolve("daemons"))) {
            for (Path log : files.filter(file -> file.toString().matches(".*/" + kind + "-[^/]*/.*stderr"))
                    .toList()) {
                logs.append(Files.readString(log));
            }
        }
        return logs.toString();
    }

    private static Launcher.Result submit(String mode, String name, String[] command, String... options)
            throws Exception {
        Launcher launcher = new Launcher(Files.createDirectory(folder.resolve(name)), SparkHome.environment());
        String[] placed = with(command, "--master=" + cluster.url(), "--deploy-mode=" + mode, "--");
        return launcher.run(with(with(placed, "--conf", "spark.cores.max=2"), options));
    }
}
