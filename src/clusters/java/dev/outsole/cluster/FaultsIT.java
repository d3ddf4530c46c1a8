package dev.outsole.cluster;

import static dev.outsole.cluster.Command.EVALUATE;
import static dev.outsole.cluster.Command.SWEEP;
import static dev.outsole.cluster.Command.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.outsole.cli.Launcher;
import dev.outsole.cli.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    private static final String[] PIXELS = with(EVALUATE, "--detectors=pixels");

    @TempDir
    private static Path folder;

    private static StandaloneCluster cluster;

    private SubmittedRun run;

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
        String name = test.getTestMethod().orElseThrow().getName();
        run = new SubmittedRun(folder.resolve(name), cluster.url());
    }

    @AfterEach
    void end() throws Exception {
        run.close();
    }

    @Test
    void executorsAreKilledWhilePixelsAreScoredTheAutoencoderTrainsAndEmbeds() throws Exception {
        run.begin(EVALUATE);
        for (String moment : List.of("pixels: scoring", "autoencoder: fitting 2/4", "autoencoder: scoring")) {
            run.await(moment);
            cluster.executors().get(0).destroyForcibly();
        }

        run.assertEndsUndisturbed();
        assertThat(run.events().executorsLost()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void aWorkerIsKilledAndAnotherJoins() throws Exception {
        run.begin(EVALUATE);
        run.await("autoencoder: fitting 1/4");
        Daemon lost = cluster.worker(0);
        List<ProcessHandle> executors = StandaloneCluster.executors(lost).toList();
        lost.handle().destroyForcibly();
        executors.forEach(ProcessHandle::destroyForcibly);
        cluster.addWorker();

        run.assertEndsUndisturbed();
        assertThat(run.events().executorsLost()).isPositive();
    }

    /** One executor gets a tenth of its time: not dead, only slow. */
    @Test
    void aStragglerIsOvertaken() throws Exception {
        run.begin(
                EVALUATE,
                "--conf",
                "spark.speculation=true",
                "--conf",
                "spark.speculation.quantile=0.5",
                "--conf",
                "spark.speculation.minTaskRuntime=50ms");
        run.await("pixels: fitting");
        ProcessHandle slow = cluster.executors().get(0);
        while (run.isAlive() && !run.log().contains("autoencoder: fitting 1/4")) {
            Signal.send("STOP", slow);
            Thread.sleep(270);
            Signal.send("CONT", slow);
            Thread.sleep(30);
        }

        run.assertEndsUndisturbed();
        assertThat(run.events().text()).contains("\"Speculative\":true");
    }

    @Test
    void aSweepWhoseDriverIsKilledIsResumed() throws Exception {
        run.begin(SWEEP);
        run.await("models 1/4");
        run.kill();
        Path sweep = Run.in(run.output());
        assertThat(sweep.resolve("summary.json")).doesNotExist();

        run.begin(with(SWEEP, "--resume=" + sweep));

        assertThat(run.exitCode()).as(run.log()).isZero();
        assertThat(sweep.resolve("auc.csv")).hasSameBinaryContentAs(Embedded.sweepTable());
    }

    /** A file system of 200 KiB, which takes root to make; the model of the pixels alone has 9 MB. */
    @Test
    void aFullDiskIsAnErrorAndLeavesNoResult() throws Exception {
        Path out = Files.createDirectory(run.output());
        boolean mounted = exitCode("mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", out.toString()) == 0;
        assumeTrue(mounted, "only root may mount a file system, and not in every container");
        try {
            run.begin(PIXELS);
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.log()).contains("No space left on device");
            assertThat(Run.files(out)).containsExactly("");

            assertThat(exitCode("mount", "-o", "remount,size=64m", out.toString()))
                    .isZero();
            run.begin(PIXELS);
            assertThat(run.exitCode()).as(run.log()).isZero();
            assertThat(Run.figures(out).get("pixels"))
                    .isEqualTo(Embedded.figures().get("pixels"));
        } finally {
            assertThat(exitCode("umount", out.toString())).isZero();
        }
    }

    private static int exitCode(String... command) throws Exception {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
