package dev.outsole.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sweep, and each that goes on with it, is killed, told to end, or stopped beyond its lease at random moments. In the end it has the
 * same figures as one that was left in peace, still has each model that it ever had, and leaves nothing else. More often than the few times
 * here with {@code -Doutsole.kills=50}.
 */
final class SweepKillIT {
    private static final int MODELS = 4;

    @TempDir
    private Path folder;

    private Path config = Path.of("");
    private Path runs = Path.of("");
    private int inTime;

    @BeforeEach
    void write() throws IOException {
        config = SmallImages.write(folder);
        runs = folder.resolve("runs");
    }

    @Test
    void nothingIsLostAndNothingIsThereTwice() throws Exception {
        int longest = DisturbedProgram.run(runs, sweep());
        Path whole = run();
        Map<String, String> figures = Figures.of(whole);
        delete(whole);

        for (Iterator<Moment> moments = Moment.some(longest).iterator(); moments.hasNext(); ) {
            disturb(moments);
            Path run = run();
            assertThat(Figures.of(run)).isEqualTo(figures);
            assertThat(Traces.leftovers(runs)).isEmpty();
            delete(run);
        }
        assertThat(inTime).isPositive();
    }

    private List<String> sweep(String... more) {
        return Stream.concat(SmallImages.command(config, "sweep").stream(), Stream.of(more))
                .toList();
    }

    /** One run, until it has been stopped, or is complete in spite of all; then it is gone on with in peace. */
    private void disturb(Iterator<Moment> moments) throws Exception {
        while (moments.hasNext()) {
            Moment moment = moments.next();
            try (DisturbedProgram program = start()) {
                program.await(moment);
                boolean came = disturb(program, moment);
                inTime += came ? 1 : 0;
                System.out.println("sweep " + moment.told(came) + ", models " + models().size());
                if (!came || moment.what() == Disturbance.STOP) {
                    goOn();
                    assertEnd(program, moment, came);
                    if (!came) { // the next run in the folder removes a lease that it may have left
                        DisturbedProgram.run(runs, List.of("report", run().toString()));
                    }
                    return;
                }
                assertEnd(program, moment, true);
            }
        }
        goOn();
    }

    private DisturbedProgram start() throws Exception {
        if (visible().isEmpty()) {
            DisturbedProgram program = DisturbedProgram.start(runs, sweep());
            program.await(() -> !visible().isEmpty());
            return program;
        }
        return DisturbedProgram.start(runs, sweep("--resume", run().toString()));
    }

    /** Tells whether the sweep wasn't complete yet. What it had it has still. */
    private boolean disturb(DisturbedProgram program, Moment moment) throws Exception {
        Map<String, String> kept = models();
        moment.what().happenTo(program);
        assertThat(models()).containsAllEntriesOf(kept);
        return !Files.exists(run().resolve("summary.json"));
    }

    private void goOn() throws Exception {
        Map<String, String> kept = models();
        DisturbedProgram.run(runs, sweep("--resume", run().toString()));
        assertThat(models()).containsAllEntriesOf(kept).hasSize(MODELS);
    }

    /** A program that had done its work may end with 0 or by the signal. One that was told to end says how to go on, and no more. */
    private void assertEnd(DisturbedProgram program, Moment moment, boolean came) throws Exception {
        program.send("CONT");
        int exitCode = program.exitCode();
        if (!came) {
            assertThat(exitCode).as(program.log()).isIn(0, moment.what().exitCode());
            return;
        }
        assertThat(exitCode).as(program.log()).isEqualTo(moment.what().exitCode());
        if (moment.what() == Disturbance.TERM || moment.what() == Disturbance.INT) {
            assertThat(program.log().lines())
                    .singleElement()
                    .asString()
                    .matches("outsole sweep: interrupted: go on with submit/outsole sweep --resume (file:)?" + run());
        }
    }

    private List<Path> visible() throws IOException {
        try (Stream<Path> all = Files.exists(runs) ? Files.list(runs) : Stream.empty()) {
            return all.filter(run -> !run.getFileName().toString().startsWith("."))
                    .toList();
        }
    }

    private Path run() throws IOException {
        assertThat(visible()).hasSize(1);
        return visible().get(0);
    }

    /** What is kept of each model, with the seconds that it took: trained again it would have others. */
    private Map<String, String> models() {
        return Traces.names(runs)
                .filter(file -> file.endsWith("/model.json") && !file.contains(".tmp-"))
                .collect(Collectors.toMap(file -> file, file -> {
                    try {
                        return Files.readString(Path.of(file));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
    }

    private static void delete(Path run) throws IOException {
        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
