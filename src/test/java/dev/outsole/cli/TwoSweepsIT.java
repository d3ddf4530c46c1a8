package dev.outsole.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run at a time writes to a run directory: the second ends before any work, and names the first. */
final class TwoSweepsIT {
    @TempDir
    private Path folder;

    private Path runs = Path.of("");

    @Test
    void theSecondToGoOnWithARunEndsAtOnce() throws Exception {
        runs = Files.createDirectory(folder.resolve("runs"));
        during(List.of("sweep", "--normal=sandal,bag", "--detectors=autoencoder", "--epochs=1000"), this::assertBusy);
        during(List.of("sweep", "--resume", run().orElseThrow().toString()), this::assertBusy);

        assertThat(run()).isPresent();
    }

    private interface Meanwhile {
        void run(long process) throws IOException, InterruptedException;
    }

    /** Ends what it has started as a scheduler does that has no patience. */
    private void during(List<String> first, Meanwhile meanwhile) throws IOException, InterruptedException {
        Path err = folder.resolve("err");
        Traces traces = Traces.before(runs);
        Process process = new Launcher(folder).start(folder.resolve("out"), err, first.toArray(String[]::new));
        try {
            while (process.isAlive()
                    && (run().isEmpty() || traces.lease(process.pid()).isEmpty())) {
                Thread.sleep(20);
            }
            assertThat(process.isAlive()).as(Files.readString(err)).isTrue();
            meanwhile.run(process.pid());
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private void assertBusy(long first) throws IOException, InterruptedException {
        Path run = run().orElseThrow();
        Launcher.Result second = new Launcher(folder).run("sweep", "--resume", run.toString());

        assertThat(second.exitCode()).as(second.err()).isEqualTo(2);
        assertThat(second.err().lines())
                .as("nothing of Spark, which isn't there yet")
                .singleElement()
                .asString()
                .startsWith("outsole sweep: " + run + " is busy with run " + run.getFileName() + " on ")
                .contains(" (process " + first + ") since ", ": wait until it has finished");
        assertThat(second.out()).isEmpty();
    }

    private Optional<Path> run() throws IOException {
        try (Stream<Path> all = Files.list(runs)) {
            return all.filter(run -> run.toString().endsWith("-sweep")).findFirst();
        }
    }
}
