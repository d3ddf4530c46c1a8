package dev.outsole.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.outsole.needs.Needs;
import dev.outsole.spark.TestSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class against the rest, by the real command on real data, beside what scikit-learn makes of the same. */
@Needs("python3-sklearn")
final class OneVsRestIT {
    private static final String[] DETECTORS = {"pixels", "neighbours", "adjusted-neighbours", "gaussian"};

    @TempDir
    private static Path folder;

    private static final Map<String, Double> OURS = new HashMap<>();
    private static final Map<String, Double> EXPORTED = new HashMap<>();
    private static final Map<String, Double> AGAIN = new HashMap<>();

    @BeforeAll
    static void sweepAndAskScikitLearn() throws Exception {
        Launcher.Result result =
                new Launcher(folder).run("sweep", "--normal=sandal", "--detectors=" + String.join(",", DETECTORS));
        assertThat(result.exitCode()).as(result.err()).isZero();
        Path run;
        try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
            run = runs.findFirst().orElseThrow();
        }
        for (String line : Files.readAllLines(run.resolve("one-vs-rest.csv")).subList(1, DETECTORS.length + 1)) {
            String[] fields = line.split(",");
            OURS.put(fields[0], Double.valueOf(fields[3]));
        }
        askScikitLearn(export(run));
    }

    private static Path export(Path run) throws Exception {
        List<String> lines = TestSession.spark()
                .read()
                .parquet(Stream.of(DETECTORS)
                        .map(detector -> run + "/models/" + detector + "/sandal/seed-1/scores")
                        .toArray(String[]::new))
                .select("detector", "label", "decision_value")
                .collectAsList()
                .stream()
                .map((Row row) -> row.mkString(","))
                .toList();
        Path exported = folder.resolve("scores.csv");
        Files.write(exported, List.of("detector,label,decision_value"));
        return Files.write(exported, lines, StandardOpenOption.APPEND);
    }

    private static void askScikitLearn(Path exported) throws Exception {
        Process python = new ProcessBuilder(
                        "/usr/bin/python3",
                        "src/test/resources/one_vs_rest.py",
                        Launcher.data().toString(),
                        "5",
                        exported.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        for (String line :
                new String(python.getInputStream().readAllBytes()).lines().toList()) {
            String[] fields = line.split(" ");
            (fields[0].equals("again") ? AGAIN : EXPORTED).put(fields[1], Double.valueOf(fields[2]));
        }
        assertThat(python.waitFor()).isZero();
    }

    @Test
    void aucsAreThoseOfTheExportedScores() {
        assertThat(EXPORTED).containsOnlyKeys(DETECTORS);
        EXPORTED.forEach(
                (detector, auc) -> assertThat(OURS.get(detector)).as(detector).isCloseTo(auc, within(1e-9)));
    }

    /** The same methods by other code, in double precision. */
    @Test
    void detectorsAreWhatTheySay() {
        assertThat(AGAIN).containsOnlyKeys("neighbours", "gaussian");
        AGAIN.forEach(
                (detector, auc) -> assertThat(OURS.get(detector)).as(detector).isCloseTo(auc, within(1e-5)));
    }

    @Test
    void theBestIsFarAboveTheReference() {
        assertThat(OURS.get("adjusted-neighbours")).isGreaterThan(OURS.get("pixels") + 0.05);
    }
}
