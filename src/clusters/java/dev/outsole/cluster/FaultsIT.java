package dev.outsole.cluster;

import static dev.outsole.cluster.Command.EVALUATE;
import static dev.outsole.cluster.Command.SWEEP;
import static dev.outsole.cluster.Command.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.outsole.cli.Launcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/**
 * Faults on a standalone cluster of two workers of one core: each ends with the figures of an undisturbed run, or with an error that a
 * second run mends.
 */
final class FaultsIT {
    @TempDir
    private static Path folder;

    private static StandaloneCluster cluster;

    private Path place;
    private EventLog events;

    @BeforeAll
    static void start() throws Exception {
        Launcher.data();
        cluster = new StandaloneCluster(folder.resolve("daemons"), 2);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @BeforeEach
    void place(TestInfo test) throws IOException {
        place = Files.createDirectory(
                folder.resolve(test.getTestMethod().orElseThrow().getName()));
        events = new EventLog(place.resolve("events"));
    }

    /** Of a run that a test has started and not seen to its end. */
    private Process running = null;

    @AfterEach
    void end() throws Exception {
        if (running != null) {
            running.destroyForcibly().waitFor();
        }
    }

    @Test
    void executorsAreKilledWhilePixelsAreScoredTheAutoencoderTrainsAndEmbeds() throws Exception {
        begin(EVALUATE);
        for (String moment : List.of("pixels: scoring", "autoencoder: fitting 2/6", "autoencoder: scoring")) {
            Progress.await(running, err(), moment);
            cluster.executors().get(0).destroyForcibly();
        }

        assertEndsUndisturbed();
        assertThat(events.executorsLost()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void aWorkerIsKilledAndAnotherJoins() throws Exception {
        begin(EVALUATE);
        Progress.await(running, err(), "autoencoder: fitting 1/6");
        Daemon lost = cluster.worker(0);
        List<ProcessHandle> executors = StandaloneCluster.executors(lost).toList();
        lost.handle().destroyForcibly();
        executors.forEach(ProcessHandle::destroyForcibly);
        cluster.addWorker();

        assertEndsUndisturbed();
        assertThat(events.executorsLost()).isPositive();
    }

    /** One executor gets a tenth of its time: not dead, only slow. */
    @Test
    void aStragglerIsOvertaken() throws Exception {
        begin(
                EVALUATE,
                "--conf",
                "spark.speculation=true",
                "--conf",
                "spark.speculation.quantile=0.5",
                "--conf",
                "spark.speculation.minTaskRuntime=50ms");
        Progress.await(running, err(), "pixels: fitting");
        ProcessHandle slow = cluster.executors().get(0);
        while (running.isAlive() && !Files.readString(err()).contains("autoencoder: fitting 1/6")) {
            signal("STOP", slow);
            Thread.sleep(270);
            signal("CONT", slow);
            Thread.sleep(30);
        }

        assertEndsUndisturbed();
        assertThat(events.text()).contains("\"Speculative\":true");
    }

    private static void signal(String name, ProcessHandle process) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Test
    void aSweepWhoseDriverIsKilledIsResumed() throws Exception {
        begin(SWEEP);
        Progress.await(running, err(), "models 1/4");
        running.destroyForcibly().waitFor();
        Path run = Run.in(place.resolve("out"));
        assertThat(run.resolve("summary.json")).doesNotExist();

        begin(with(SWEEP, "--resume=" + run));

        assertThat(exitCode()).as(Files.readString(err())).isZero();
        assertThat(run.resolve("auc.csv")).hasSameBinaryContentAs(Embedded.sweepTable());
    }

    /** A file system of 200 KiB, which takes root to make. */
    @Test
    void aFullDiskIsAnErrorAndLeavesNoResult() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root may mount a file system");
        Path out = Files.createDirectory(place.resolve("out"));
        call("mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", out.toString());
        try {
            begin(EVALUATE);
            assertThat(exitCode()).isEqualTo(1);
            assertThat(Files.readString(err())).contains("No space left on device");
            assertThat(Run.files(out)).containsExactly("");

            call("mount", "-o", "remount,size=64m", out.toString());
            begin(EVALUATE);
            assertEndsUndisturbed();
        } finally {
            call("umount", out.toString());
        }
    }

    private static void call(String... command) throws Exception {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    private void begin(String[] command, String... options) throws Exception {
        Launcher launcher = new Launcher(place, SparkHome.environment());
        String[] placed = with(command, "--output=" + place.resolve("out"), "--master=" + cluster.url(), "--");
        running = launcher.start(place.resolve("stdout"), err(), with(with(placed, events.options()), options));
    }

    private Path err() {
        return place.resolve("stderr");
    }

    private int exitCode() throws Exception {
        assertThat(running.waitFor(4, TimeUnit.MINUTES))
                .as(Files.readString(err()))
                .isTrue();
        return running.exitValue();
    }

    private void assertEndsUndisturbed() throws Exception {
        assertThat(exitCode()).as(Files.readString(err())).isZero();
        assertThat(Run.figures(place.resolve("out"))).isEqualTo(Embedded.figures());
    }
}
