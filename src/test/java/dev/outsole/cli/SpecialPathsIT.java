package dev.outsole.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Table, history, runs, model and scores in a folder whose name Hadoop would take for a pattern, by the real commands. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class SpecialPathsIT {
    @TempDir
    private static Path temporary;

    private static Path folder;

    @Test
    @Order(1)
    void aNightIsRunAndFoundInTheHistory() throws Exception {
        folder = Files.createDirectory(temporary.resolve("a [b]{c}*?"));
        String data = Launcher.data().toString();
        String[] night = {
            "nightly",
            "--normal=sandal",
            "--abnormal=sneaker",
            "--detectors=pixels",
            "--svm-sample=300",
            "--data=" + data,
            "--table=table",
            "--history=history",
            "--date=2026-11-24"
        };

        assertThat(run(night).exitCode()).isZero();
        assertThat(run("history", "--history=history").out()).contains("2026-11-24");
        assertThat(folder.resolve("history/nights/2026-11-24.parquet")).exists();
    }

    @Test
    @Order(2)
    void itsReportIsMadeAgainAndItsModelScores() throws Exception {
        Path run = only(folder.resolve("runs"));

        assertThat(run("report", run.toString()).exitCode()).isZero();
        Launcher.Result scored = run(
                "score",
                "--model=" + run + "/models/pixels/sandal/seed-1/pipeline",
                "--input=table",
                "--output=scores",
                "--max-rejected=0");
        assertThat(scored.exitCode()).as(scored.err()).isZero();
        assertThat(scored.out()).startsWith("70000 images by pixels");
    }

    /** A part of the table that is lost is no smaller data set. */
    @Test
    @Order(3)
    void aLostPartOfTheTableIsNamed() throws Exception {
        Path part;
        try (Stream<Path> files = Files.list(folder.resolve("table/images"))) {
            part = files.filter(file -> file.getFileName().toString().startsWith("part-"))
                    .findFirst()
                    .orElseThrow();
        }
        Files.delete(part);

        Launcher.Result result = run("evaluate", "--table=table");

        assertThat(result.exitCode()).as(result.err()).isEqualTo(2);
        assertThat(result.errors())
                .singleElement()
                .asString()
                .contains(part.getFileName().toString(), "is missing", "ingest the images again");
    }

    private static Launcher.Result run(String... command) throws Exception {
        return new Launcher(folder).run(command);
    }

    private static Path only(Path parent) throws IOException {
        try (Stream<Path> children = Files.list(parent)) {
            List<Path> all = children.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }
}
