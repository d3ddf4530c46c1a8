package dev.outsole.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.notice.Receiver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights that end before they have begun, or are ended: each is told, by the real command, with the exit code of the process. */
final class EndedNightsIT {
    @TempDir
    private Path folder;

    private Receiver webhook;
    private Launcher launcher;

    @BeforeEach
    void listen() throws Exception {
        webhook = new Receiver();
        launcher = new Launcher(folder, webhook.environment());
    }

    @AfterEach
    void stop() {
        webhook.close();
    }

    private static String[] night(String... more) {
        List<String> words = new ArrayList<>(List.of(
                "nightly",
                "--normal=sandal",
                "--abnormal=sneaker",
                "--detectors=pixels",
                "--metrics-file=outsole.prom"));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    private void assertTold(int exitCode, String reason) {
        // The same is sent again where an answer comes late.
        assertThat(webhook.messages()).isNotEmpty().allMatch(webhook.last()::equals);
        assertThat(webhook.last().get("status").asText()).isEqualTo("failed");
        assertThat(webhook.last().get("exit_code").asInt()).isEqualTo(exitCode);
        assertThat(webhook.last().get("text").asText()).contains(reason);
        assertThat(folder.resolve("outsole.prom")).content().contains("outsole_nightly_exit_code " + exitCode + "\n");
    }

    /** The table's own list of files misses them. */
    @Test
    void aTableWithoutItsImages() throws Exception {
        Path table = folder.resolve("table");
        Launcher.Result ingested = launcher.run("ingest", "--data=" + Launcher.data(), "--table=" + table);
        assertThat(ingested.exitCode()).as(ingested.err()).isZero();
        Files.move(table.resolve("images"), folder.resolve("elsewhere"));

        Launcher.Result failed = launcher.run(night("--table=" + table, "--data=/nothing"));

        assertThat(failed.exitCode()).as(failed.err()).isEqualTo(2);
        assertTold(2, "images");
    }

    @Test
    void aSessionThatCannotStart() throws Exception {
        Launcher.Result failed = launcher.run(night("--", "--conf", "spark.master=nonsense"));

        assertThat(failed.exitCode()).as(failed.err()).isEqualTo(1);
        assertTold(1, "Could not parse Master URL");
    }

    @Test
    void settingsThatAreNone() throws Exception {
        Launcher.Result mistaken = launcher.run(night("--detectors=nobody"));

        assertThat(mistaken.exitCode()).isEqualTo(2);
        assertTold(2, "nobody");
    }

    /** The history is read before the sweep, which would take hours. */
    @Test
    void aHistoryThatIsDamaged() throws Exception {
        Files.writeString(
                Files.createDirectories(folder.resolve("history/nights")).resolve("2026-11-20.parquet"), "PAR1 half");

        Launcher.Result failed = launcher.run(night("--data=" + Launcher.data()));

        assertThat(failed.exitCode()).as(failed.err()).isEqualTo(1);
        assertTold(1, "2026-11-20.parquet is not a Parquet file");
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    /** What the others give is a night; that some have failed is a finding. */
    @Test
    void modelsThatFail() throws Exception {
        Launcher.Result failed = launcher.run(night(
                "--data=" + Launcher.data(),
                "--detectors=autoencoder",
                "--epochs=1",
                "--",
                "--conf",
                "spark.driver.maxResultSize=8m"));

        assertThat(failed.exitCode()).as(failed.err()).isEqualTo(3);
        assertThat(webhook.last().get("status").asText()).isEqualTo("regression");
        assertThat(webhook.last().get("exit_code").asInt()).isEqualTo(3);
        assertThat(webhook.last().get("findings").get(0).asText())
                .contains("pixels/sandal/seed-1", "spark.driver.maxResultSize");
        assertThat(folder.resolve("outsole.prom")).content().contains("outsole_nightly_exit_code 3\n");
    }

    @Test
    void aJvmThatWouldEndItself() throws Exception {
        launcher = new Launcher(folder, withOptions("-XX:+ExitOnOutOfMemoryError"));

        Launcher.Result refused = launcher.run(night("--data=" + Launcher.data()));

        assertThat(refused.exitCode()).as(refused.err()).isEqualTo(2);
        assertThat(refused.errors())
                .filteredOn(line -> !line.startsWith("Picked up"))
                .singleElement()
                .asString()
                .contains("-XX:+ExitOnOutOfMemoryError", "JAVA_TOOL_OPTIONS");
        assertTold(2, "-XX:+ExitOnOutOfMemoryError");
    }

    private Map<String, String> withOptions(String options) {
        Map<String, String> environment = new HashMap<>(webhook.environment());
        environment.put("JAVA_TOOL_OPTIONS", options);
        return environment;
    }

    /** Spark ends the JVM with 53 where it has no place for its files. */
    @Test
    void aProgramThatSparkEnds() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no folder");

        Launcher.Result ended = launcher.run(
                night("--data=" + Launcher.data(), "--", "--conf", "spark.local.dir=" + file.resolve("below")));

        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(1);
        assertThat(ended.err()).contains("thread main has ended the program before its work was over");
        assertTold(1, "the program was ended before the night was over");
    }

    @Test
    void aSignal() throws Exception {
        Path err = folder.resolve("err");
        Process process = launcher.start(folder.resolve("out"), err, night("--data=" + Launcher.data()));
        try {
            while (process.isAlive() && !Files.readString(err).contains("loading images")) {
                Thread.sleep(20);
            }
            Signal.send("TERM", process.toHandle());
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }

        assertThat(process.exitValue()).as(Files.readString(err)).isEqualTo(143);
        assertTold(143, "ended by SIGTERM");
        try (Stream<Path> nights = Files.list(folder.resolve("history/nights"))) {
            assertThat(nights).isEmpty();
        }
    }
}
