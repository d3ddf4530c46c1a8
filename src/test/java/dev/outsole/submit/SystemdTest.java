package dev.outsole.submit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.needs.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The units in {@code submit/schedule}, by systemd's own tools. */
class SystemdTest {
    private static final Path SCHEDULE = FakeProject.REAL.resolve("submit/schedule");

    @TempDir
    Path temporary;

    /** An unknown key is but a warning with exit code 0, so nothing at all may be said. */
    @Test
    @Needs("systemd")
    void theUnitsAreValid() throws IOException {
        // The program must be there, as it is where the units are installed.
        FakeProject.installation(temporary.resolve("opt"), "outsole-nightly", "");
        for (String unit : List.of("outsole-nightly.service", "outsole-nightly.timer")) {
            String text = Files.readString(SCHEDULE.resolve(unit))
                    .replace(
                            "/opt/outsole/submit/schedule/outsole-nightly",
                            temporary.resolve("opt/bin/outsole-nightly").toString());
            Files.writeString(temporary.resolve(unit), text);
        }

        Shell.Result verified = shell().run(
                        Path.of("systemd-analyze"),
                        "verify",
                        "--recursive-errors=no",
                        temporary.resolve("outsole-nightly.service").toString(),
                        temporary.resolve("outsole-nightly.timer").toString());

        assertThat(verified).isEqualTo(new Shell.Result(0, "", ""));
    }

    /** Of 10, which a service without any protection has. */
    @Test
    @Needs("systemd")
    void theServiceIsExposedToLittle() {
        Shell.Result security = shell().run(
                        Path.of("systemd-analyze"),
                        "security",
                        "--offline=true",
                        "--threshold=20",
                        SCHEDULE.resolve("outsole-nightly.service").toString());

        assertThat(security.exitCode()).as(security.out()).isZero();
    }

    /** Across both changes of a zone with summer time, whose night of 28 March has no half past two. */
    @ParameterizedTest
    @ValueSource(strings = {"2027-03-14", "2027-10-17"})
    @Needs("systemd")
    void theTimerIsInUtc(LocalDate first) throws IOException {
        String when = Files.readString(SCHEDULE.resolve("outsole-nightly.timer"))
                .lines()
                .filter(line -> line.startsWith("OnCalendar="))
                .map(line -> line.substring("OnCalendar=".length()))
                .findFirst()
                .orElseThrow();

        Shell.Result next = shell().with("TZ", "Europe/Zurich")
                .run(
                        Path.of("systemd-analyze"),
                        "calendar",
                        "--base-time=" + first + " 00:00:00 UTC",
                        "--iterations=30",
                        when);

        assertThat(Pattern.compile("in UTC\\): \\w+ (\\S+) 02:30:00 UTC")
                        .matcher(next.out())
                        .results())
                .extracting(match -> LocalDate.parse(match.group(1)))
                .isEqualTo(first.datesUntil(first.plusDays(30)).toList());
    }

    /** What the service starts is the night that is due, with its settings in the environment and its words in the journal. */
    @Test
    void theServicesCommandIsANight() throws IOException {
        FakeProject project = FakeProject.ready(temporary);
        assertThat(Files.readAllLines(SCHEDULE.resolve("outsole-nightly.service")))
                .contains(
                        "ExecStart=/opt/outsole/submit/schedule/outsole-nightly -",
                        "EnvironmentFile=/etc/outsole/nightly.env",
                        "Environment=TZ=UTC",
                        "StateDirectory=outsole");
        Shell service = project.shell()
                .with("OUTSOLE_NIGHTLY", "--history /h")
                .with("OUTSOLE_LOGS", "/var/log/outsole")
                .with("TZ", "UTC")
                .with("STATE_DIRECTORY", temporary.resolve("state"));
        LocalDate before = LocalDate.now(ZoneOffset.UTC);

        Shell.Result night = service.run(project.home.resolve("submit/schedule/outsole-nightly"), "-");

        assertThat(night.exitCode()).as(night.err()).isZero();
        String date = Files.readString(temporary.resolve("state/last-night")).strip();
        assertThat(LocalDate.parse(date)).isBetween(before, LocalDate.now(ZoneOffset.UTC));
        assertThat(night.out()).endsWith("\n--history\n/h\n--date\n" + date + "\n");
    }

    private Shell shell() {
        return new Shell(temporary, Map.of("PATH", System.getenv("PATH"), "SYSTEMD_LOG_LEVEL", "warning"));
    }
}
