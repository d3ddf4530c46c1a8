package dev.outsole.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same as {@link SweepKillIT} of {@code score}: its output is whole or absent, and the next run's is that of an undisturbed one. */
final class ScoreKillIT {
    @TempDir
    private Path folder;

    private Path config = Path.of("");
    private int inTime;

    @Test
    void theOutputIsWholeOrAbsent() throws Exception {
        config = SmallImages.write(folder);
        DisturbedProgram.run(
                folder.resolve("runs"),
                SmallImages.command(config, "train", "--normal=clog", "--calibration-fraction=0.5"));
        Path whole = Files.createDirectory(folder.resolve("whole")).resolve("scores");
        int longest = DisturbedProgram.run(whole.getParent(), score(whole));
        Map<String, String> figures = Figures.of(whole);

        for (Iterator<Moment> moments = Moment.some(longest).iterator(); moments.hasNext(); ) {
            Path out = Files.createTempDirectory(folder, "out").resolve("scores of today");
            disturb(moments, out);
            assertThat(Figures.of(out)).isEqualTo(figures);
            assertThat(out.resolve("summary.json")).exists();
            assertThat(Traces.leftovers(out.getParent())).isEmpty();
        }
        assertThat(inTime).isPositive();
    }

    private List<String> score(Path out) throws IOException {
        try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
            Path run = runs.findFirst().orElseThrow();
            return SmallImages.command(
                    config,
                    "score",
                    "--model=" + run.resolve("models/pixels"),
                    "--input=" + folder.resolve("data/train-images-idx3-ubyte.gz"),
                    "--output=" + out);
        }
    }

    /** One output, until its program was stopped, or it is there in spite of all. */
    private void disturb(Iterator<Moment> moments, Path out) throws Exception {
        while (moments.hasNext()) {
            Moment moment = moments.next();
            try (DisturbedProgram program = DisturbedProgram.start(out.getParent(), score(out))) {
                program.await(moment);
                moment.what().happenTo(program);
                boolean came = !Files.exists(out);
                inTime += came ? 1 : 0;
                System.out.println("score " + moment.told(came));
                if (came && moment.what() == Disturbance.STOP) {
                    DisturbedProgram.run(out.getParent(), score(out));
                }
                program.send("CONT");
                assertThat(program.exitCode()).as(program.log()).isIn(exitCodes(moment.what(), came));
                if (came && (moment.what() == Disturbance.TERM || moment.what() == Disturbance.INT)) {
                    assertThat(program.log())
                            .isEqualTo("outsole score: interrupted: nothing is kept of it, run it again\n");
                }
                if (!came) { // the next run in the folder removes a lease that it may have left
                    DisturbedProgram.run(out.getParent(), score(out.resolveSibling("next")));
                }
                if (Files.exists(out)) {
                    return;
                }
            }
        }
        DisturbedProgram.run(out.getParent(), score(out));
    }

    private static List<Integer> exitCodes(Disturbance what, boolean came) {
        return came ? List.of(what.exitCode()) : List.of(0, what.exitCode());
    }
}
