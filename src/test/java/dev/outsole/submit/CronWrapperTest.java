package dev.outsole.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code submit/schedule/outsole-nightly}: the environment, the lock and the log file of a night that cron starts. */
class CronWrapperTest {
    @TempDir
    Path temporary;

    private FakeProject project;
    private Path settings;
    private Path logs;

    @BeforeEach
    void makeProject() throws IOException {
        project = FakeProject.ready(temporary);
        logs = temporary.resolve("logs");
        settings = Files.writeString(temporary.resolve("nightly.env"), """
                OUTSOLE_NIGHTLY="--history /h --output /o"
                OUTSOLE_LOGS=%s
                OUTSOLE_KEPT_LOGS=2
                NIGHT_WATCH=awake
                """.formatted(logs));
    }

    private Shell.Result run(String... options) {
        return project.shell()
                .run(
                        project.home.resolve("submit/schedule/outsole-nightly"),
                        Stream.concat(Stream.of(settings.toString()), Stream.of(options))
                                .toArray(String[]::new));
    }

    private void java(String script) throws IOException {
        project.program("java", FakeProject.stating("17.0.15") + script);
    }

    private List<Path> logFiles() throws IOException {
        try (Stream<Path> files = Files.list(logs)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aGoodNightIsSilentAndLogged() throws IOException {
        java("echo \"$NIGHT_WATCH\"; printf '%s\\n' \"$@\"");

        Shell.Result night = run("--date", "2026-11-20", "--replace");

        assertThat(night).isEqualTo(new Shell.Result(0, "", ""));
        assertThat(logFiles()).hasSize(1);
        assertThat(Files.readString(logFiles().get(0)))
                .startsWith("awake\n")
                .endsWith("\n--history\n/h\n--output\n/o\n--date\n2026-11-20\n--replace\n")
                .contains("\ndev.outsole.cli.Main\nnightly\n--history\n");
    }

    /** As an editor of Windows leaves it. */
    @Test
    void aByteOrderMarkAndLineEndsOfWindowsDoNoHarm() throws IOException {
        java("echo \"$NIGHT_WATCH\"; printf '%s\\n' \"$@\"");
        Files.writeString(settings, "\uFEFF" + Files.readString(settings).replace("\n", "\r\n"));

        Shell.Result night = run("--date", "2026-11-20");

        assertThat(night).isEqualTo(new Shell.Result(0, "", ""));
        assertThat(Files.readString(logFiles().get(0)))
                .startsWith("awake\n")
                .contains("\n--history\n/h\n--output\n/o\n--date\n2026-11-20\n");
    }

    @Test
    void theEndOfABadNightIsTold() throws IOException {
        java("echo 'regression: pixels'; exit 3");

        Shell.Result night = run();

        assertThat(night.exitCode()).isEqualTo(3);
        assertThat(night.err()).isEqualTo("""
                regression: pixels
                outsole-nightly: exit code 3; all that was said is in %s
                """.formatted(logFiles().get(0)));
    }

    /** The night is still running although its wrapper has been killed. */
    @Test
    void aSecondNightWaitsForTheFirstToEnd() throws Exception {
        Files.createDirectories(logs);
        Process first = new ProcessBuilder("flock", logs.resolve("nightly.lock").toString(), "cat").start();
        try {
            Shell.Result second = run();
            while (second.exitCode() == 0) { // the first hasn't got its lock yet
                second = run();
            }

            assertThat(second.exitCode()).isEqualTo(2);
            assertThat(second.err()).startsWith("outsole-nightly: another night is still running");
        } finally {
            first.getOutputStream().close();
            first.waitFor();
        }
        assertThat(run().exitCode()).isZero();
    }

    @Test
    void theOldestLogsGo() throws IOException {
        Files.createDirectories(logs);
        for (int day = 1; day <= 4; day++) {
            Files.writeString(logs.resolve("nightly-2026010" + day + "T023000Z.log"), "");
        }

        run();

        assertThat(logFiles()).hasSize(2);
        assertThat(logFiles().get(0)).hasFileName("nightly-20260104T023000Z.log");
    }

    @Test
    void itSaysWhatIsMissing() throws IOException {
        Files.writeString(settings, "OUTSOLE_LOGS=" + logs + "\n");
        Shell.Result night = run();
        assertThat(night.exitCode()).isEqualTo(2);
        assertThat(night.err())
                .isEqualTo("outsole-nightly: " + settings
                        + " sets no OUTSOLE_NIGHTLY, the options of submit/outsole nightly\n");

        settings = temporary.resolve("none");
        assertThat(run().err()).startsWith("outsole-nightly: give a settings file that can be read");
    }

    /** The crontab's command is the wrapper with a settings file, and the file in the project is one that it takes. */
    @Test
    void theCrontabAndItsSettingsFit() throws IOException {
        String command = "outsole /opt/outsole/submit/schedule/outsole-nightly /etc/outsole/nightly.env";
        assertThat(Files.readAllLines(FakeProject.REAL.resolve("submit/schedule/crontab")))
                .filteredOn(line -> !line.startsWith("#"))
                .containsExactly("30 2 * * * " + command, "@reboot    " + command);

        String example = Files.readString(FakeProject.REAL.resolve("submit/schedule/nightly.env"));
        Files.writeString(
                settings, example.replace("/var/log/outsole", logs.toString()).replaceAll("JAVA_HOME=.*", ""));
        assertThat(run("--dry-run")).isEqualTo(new Shell.Result(0, "", ""));
        assertThat(Files.readString(logFiles().get(0)))
                .endsWith(
                        " nightly --history file:///var/lib/outsole/history --output file:///var/lib/outsole/runs --retain 90\n");
    }
}
