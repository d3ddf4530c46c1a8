package dev.outsole.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small sweeps of real data by the real command, one of them killed and resumed. */
final class SweepIT {
    private static final String[] SWEEP = {
        "sweep", "--normal=sandal,bag", "--abnormal=sneaker,bag", "--epochs=2", "--seed=3"
    };

    @TempDir
    private Path folder;

    @Test
    void aKilledSweepGoesOnAndGivesTheSameBytes() throws Exception {
        Launcher.Result whole = new Launcher(Files.createDirectory(folder.resolve("whole"))).run(SWEEP);
        assertThat(whole.exitCode()).as(whole.err()).isZero();
        Path wholeRun = run(folder.resolve("whole"));

        Launcher killed = new Launcher(Files.createDirectory(folder.resolve("killed")));
        killAfterTheFirstModel(killed);
        Path killedRun = run(killed.folder());
        assertThat(killedRun.resolve("summary.json")).doesNotExist();
        Launcher.Result resumed = killed.run("sweep", "--resume", killedRun.toString());

        assertThat(resumed.exitCode()).as(resumed.err()).isZero();
        assertThat(resumed.err()).contains(" models 1/").doesNotContain(" models 0/");
        assertThat(killedRun.resolve("auc.csv")).hasSameBinaryContentAs(wholeRun.resolve("auc.csv"));
        assertThat(killedRun.resolve("one-vs-rest.csv")).hasSameBinaryContentAs(wholeRun.resolve("one-vs-rest.csv"));
        assertNothingHalf(killedRun);
        assertFigures(wholeRun);
        assertRefusesOtherSettings(killed, killedRun);
        assertNothingIsLeftToDo(killed, killedRun, resumed.out());
    }

    private void killAfterTheFirstModel(Launcher launcher) throws IOException, InterruptedException {
        Process process = launcher.start(folder.resolve("out"), folder.resolve("err"), SWEEP);
        try {
            while (process.isAlive() && models(launcher.folder()).isEmpty()) {
                Thread.sleep(20);
            }
            assertThat(process.isAlive())
                    .as(Files.readString(folder.resolve("err")))
                    .isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static List<Path> models(Path output) throws IOException {
        if (!Files.isDirectory(output.resolve("runs"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.find(output.resolve("runs"), 6, (file, facts) -> file.endsWith("model.json"))) {
            return files.filter(file -> !file.toString().contains(".tmp-")).toList();
        } catch (UncheckedIOException e) {
            return List.of(); // something was renamed while we looked
        }
    }

    private static Path run(Path output) throws IOException {
        try (Stream<Path> runs = Files.list(output.resolve("runs"))) {
            return runs.filter(run -> run.toString().endsWith("-sweep"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String[] with(String[] command, String... more) {
        return Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new);
    }

    private static void assertNothingHalf(Path run) throws IOException {
        try (Stream<Path> files = Files.walk(run)) {
            assertThat(files.map(Path::toString)).noneMatch(file -> file.contains(".tmp-"));
        }
    }

    /** scikit-learn's AUC for sandals against sneakers; three pairs, since a bag is no anomaly among bags. */
    private static void assertFigures(Path run) throws IOException {
        List<String> lines = Files.readAllLines(run.resolve("auc.csv"));
        JsonNode summary =
                new ObjectMapper().readTree(run.resolve("summary.json").toFile());

        assertThat(lines).hasSize(7);
        assertThat(lines.get(0)).startsWith("detector,normal,abnormal,seed,auc,");
        assertThat(lines.get(1)).startsWith("pixels,Sandal,Sneaker,3,0.50923");
        assertThat(summary.at("/pairs").asInt()).isEqualTo(3);
        assertThat(summary.at("/detectors/0/models").asInt()).isEqualTo(2);
        assertThat(summary.at("/detectors/0/mean_auc").asDouble())
                .isGreaterThanOrEqualTo(summary.at("/detectors/1/mean_auc").asDouble());
        assertThat(summary.at("/detectors/0/speed/images_scored").asLong()).isEqualTo(2 * 10_000);
        assertThat(summary.at("/hopeless_pairs").isArray()).isTrue();
        assertThat(summary.at("/comparisons")).hasSize(3);
        assertOneVsRestIsTheMean(lines, Files.readAllLines(run.resolve("one-vs-rest.csv")));
    }

    /** All classes have 1,000 test images: the AUC against several together is the mean of those against each. */
    private static void assertOneVsRestIsTheMean(List<String> pairs, List<String> oneVsRest) {
        double mean = (number(pairs.get(1), 4) + number(pairs.get(2), 4)) / 2;

        assertThat(oneVsRest.get(1)).startsWith("pixels,Sandal,3,");
        assertThat(number(oneVsRest.get(1), 3)).isCloseTo(mean, within(1e-9));
    }

    private static double number(String line, int column) {
        return Double.parseDouble(List.of(line.split(",")).get(column));
    }

    private static void assertRefusesOtherSettings(Launcher launcher, Path run) throws Exception {
        Launcher.Result other = launcher.run(with(SWEEP, "--workers=2", "--resume", run.toString()));

        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.errors()).singleElement().asString().contains("--workers 2: the sweep in", "has begun with 1");
    }

    private static void assertNothingIsLeftToDo(Launcher launcher, Path run, String table) throws Exception {
        Launcher.Result again = launcher.run("sweep", "--resume", run.toString());

        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.errors()).singleElement().asString().contains("nothing to do", "is complete");
        assertThat(again.outLines())
                .containsAll(
                        table.lines().filter(line -> line.startsWith("pixels")).toList());
    }

    /** Ctrl-C in a terminal, a scheduler's end of time: one line, and the exit code of the signal. */
    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void anInterruptedSweepSaysHowToGoOn(String signal, int exitCode) throws Exception {
        Launcher launcher = new Launcher(folder);
        Path err = folder.resolve("err");
        Process process = launcher.start(
                folder.resolve("out"), err, "sweep", "--normal=sandal,bag", "--detectors=autoencoder", "--epochs=1000");
        try {
            while (process.isAlive() && !Files.isDirectory(folder.resolve("runs"))) {
                Thread.sleep(20);
            }
            Signal.send(signal, process.toHandle());

            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }
        List<String> told = Files.readAllLines(err).stream()
                .filter(line -> !line.contains(" INFO "))
                .toList();
        assertThat(process.exitValue()).as(told.toString()).isEqualTo(exitCode);
        assertThat(told)
                .singleElement()
                .asString()
                .matches(
                        "outsole sweep: interrupted: (go on with submit/outsole sweep --resume \\S+-sweep|nothing is kept.*)");
    }

    /** 6,000 training images are more than Spark lets the driver take here, which it says by an exception that it declares nowhere. */
    @Test
    void whatSparkThrowsIsAFailureOfTheModel() throws Exception {
        Launcher.Result result = new Launcher(folder)
                .run(
                        "sweep",
                        "--normal=sandal,bag",
                        "--abnormal=sneaker",
                        "--detectors=pixels,autoencoder",
                        "--epochs=2",
                        "--",
                        "--conf",
                        "spark.driver.maxResultSize=8m");
        JsonNode failed = new ObjectMapper()
                .readTree(run(folder).resolve("summary.json").toFile())
                .at("/failed");

        assertThat(result.exitCode()).as(result.err()).isEqualTo(1);
        assertThat(failed).as(failed.toString()).hasSize(2);
        assertThat(failed.at("/pixels~1sandal~1seed-1").asText()).contains("spark.driver.maxResultSize");
        assertThat(failed.at("/pixels~1bag~1seed-1").asText()).contains("spark.driver.maxResultSize");
        assertThat(Files.readAllLines(run(folder).resolve("auc.csv")))
                .hasSize(3)
                .element(1)
                .asString()
                .startsWith("autoencoder,Sandal,Sneaker");
    }

    /** A bottleneck that starts far below 0 is dead; without restarts that is an error of the autoencoder, and of it alone. */
    @Test
    void aModelThatFailsDoesNotKeepTheOthersFromFinishing() throws Exception {
        Path config = Files.writeString(
                folder.resolve("dead.conf"),
                "outsole.autoencoder { bottleneck-bias = -1000, max-restarts = 0, epochs = 1 }");
        Launcher.Result result = new Launcher(folder)
                .run("sweep", "--config", config.toString(), "--normal=sandal", "--abnormal=sneaker");
        JsonNode summary =
                new ObjectMapper().readTree(run(folder).resolve("summary.json").toFile());

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("failed: autoencoder/sandal/seed-1: ");
        assertThat(summary.at("/failed/autoencoder~1sandal~1seed-1").asText()).contains("collapsed");
        assertThat(Files.readAllLines(run(folder).resolve("auc.csv"))).hasSize(2);
    }
}
