package dev.outsole.cluster;

import static dev.outsole.cluster.Command.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.cli.Launcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A command on a cluster that a test disturbs while it runs. It may begin again, as its user would. */
final class SubmittedRun implements AutoCloseable {
    private final Path place;
    private final String master;
    private final EventLog events;
    private @Nullable Process process = null;

    /** @param place where output, logs and events go */
    SubmittedRun(Path place, String master) throws IOException {
        this.place = Files.createDirectories(place);
        this.master = master;
        this.events = new EventLog(place.resolve("events"));
    }

    /** @param options of spark-submit */
    void begin(String[] command, String... options) throws Exception {
        Launcher launcher = new Launcher(place, SparkHome.environment());
        String[] placed = with(command, "--output=" + output(), "--master=" + master, "--");
        process = launcher.start(place.resolve("stdout"), err(), with(with(placed, events.options()), options));
    }

    Path output() {
        return place.resolve("out");
    }

    EventLog events() {
        return events;
    }

    private Path err() {
        return place.resolve("stderr");
    }

    String log() throws IOException {
        return Files.readString(err());
    }

    private Process process() {
        if (process == null) {
            throw new IllegalStateException("not begun");
        }
        return process;
    }

    boolean isAlive() {
        return process().isAlive();
    }

    /** Waits until it has logged these words. */
    void await(String words) throws Exception {
        Progress.await(process(), err(), words);
    }

    void kill() {
        process().destroyForcibly().onExit().join();
    }

    int exitCode() throws Exception {
        assertThat(process().waitFor(4, TimeUnit.MINUTES)).as(log()).isTrue();
        return process().exitValue();
    }

    /** With the figures of a run that nothing has disturbed. */
    void assertEndsUndisturbed() throws Exception {
        assertThat(exitCode()).as(log()).isZero();
        assertThat(Run.figures(output())).isEqualTo(Embedded.figures());
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }
}
