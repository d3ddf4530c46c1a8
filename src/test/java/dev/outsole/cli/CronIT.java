package dev.outsole.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.outsole.needs.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Debian's cron itself, in a namespace of its own: it sees one job, due every minute, instead of the machine's, and nothing that it has
 * started outlives it.
 */
@Needs("cron")
final class CronIT {
    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final String NIGHT = "--detectors=pixels --normal=sandal --abnormal=sneaker";

    @TempDir
    private Path folder;

    @Test
    void cronRunsANight() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root may give cron a namespace of its own");
        Launcher.data();
        Path settings = Files.writeString(folder.resolve("nightly.env"), """
                JAVA_HOME=%s
                OUTSOLE_NIGHTLY="--history=%s --output=%s %s"
                OUTSOLE_LOGS=%s
                """.formatted(
                        System.getProperty("java.home"), history(), folder.resolve("runs"), NIGHT, logs()));
        LocalDate before = LocalDate.now(Clock.systemUTC());
        Process cron = cron("* * * * * root '" + PROJECT + "/submit/schedule/outsole-nightly' " + settings + "\n");
        try {
            awaitNight(cron);
        } finally {
            cron.destroyForcibly().waitFor();
        }

        Launcher.Result shown = new Launcher(folder).run("history", "--history=" + history(), "--format=csv");
        assertThat(shown.exitCode()).as(shown.err()).isZero();
        assertThat(shown.outLines()).as(log()).hasSize(2);
        assertThat(shown.outLines().get(1))
                .containsAnyOf(
                        before.toString(), LocalDate.now(Clock.systemUTC()).toString())
                .contains("pixels");
    }

    private Path history() {
        return folder.resolve("history");
    }

    private Path logs() {
        return folder.resolve("logs");
    }

    private String log() throws IOException {
        if (!Files.exists(logs())) {
            return "";
        }
        try (Stream<Path> files = Files.list(logs())) {
            List<Path> written = files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
            return written.isEmpty() ? "" : Files.readString(written.get(0));
        }
    }

    private Process cron(String entry) throws IOException {
        String script = """
                mount --bind "$1/cron.d" /etc/cron.d
                mount --bind "$1/none" /var/spool/cron/crontabs
                mount --bind "$1/empty" /etc/crontab
                mount --bind "$1/run" /run
                exec cron -f
                """;
        for (String name : List.of("cron.d", "none", "run")) {
            Files.createDirectory(folder.resolve(name));
        }
        Files.createFile(folder.resolve("empty"));
        Files.writeString(folder.resolve("cron.d/outsole"), entry);
        return new ProcessBuilder(
                        "unshare",
                        "--mount",
                        "--pid",
                        "--fork",
                        "--kill-child",
                        "--mount-proc",
                        "sh",
                        "-ec",
                        script,
                        "sh",
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("cron.log").toFile())
                .start();
    }

    /** Until the wrapper has let go of its lock again. */
    private void awaitNight(Process cron) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(4);
        while (log().isEmpty() || isLocked()) {
            assertThat(cron.isAlive() && System.nanoTime() < end)
                    .as(Files.readString(folder.resolve("cron.log")) + log())
                    .isTrue();
            Thread.sleep(200);
        }
    }

    private boolean isLocked() throws Exception {
        return new ProcessBuilder(
                                "flock",
                                "--nonblock",
                                logs().resolve("nightly.lock").toString(),
                                "true")
                        .start()
                        .waitFor()
                != 0;
    }
}
