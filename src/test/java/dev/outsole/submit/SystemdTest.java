package dev.outsole.submit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.needs.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        FakeProject.installation(temporary.resolve("opt"), "outsole", "");
        for (String unit : List.of("outsole-nightly.service", "outsole-nightly.timer")) {
            String text = Files.readString(SCHEDULE.resolve(unit))
                    .replace(
                            "/opt/outsole/submit/outsole",
                            temporary.resolve("opt/bin/outsole").toString());
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

    @Test
    @Needs("systemd")
    void theTimerIsInUtc() throws IOException {
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
                        "--base-time=2027-03-27 12:00:00 UTC",
                        "--iterations=1",
                        when);

        // The night in which Zurich has no half past two.
        assertThat(next.out()).contains("(in UTC): Sun 2027-03-28 02:30:00 UTC");
    }

    /** What the service starts is a night that the launcher understands. */
    @Test
    void theServicesCommandIsANight() throws IOException {
        FakeProject project = FakeProject.ready(temporary);
        String command = Files.readString(SCHEDULE.resolve("outsole-nightly.service"))
                .lines()
                .filter(line -> line.startsWith("ExecStart="))
                .findFirst()
                .orElseThrow();
        assertThat(command).isEqualTo("ExecStart=/opt/outsole/submit/outsole nightly $OUTSOLE_NIGHTLY");

        Shell.Result dryRun = project.launch("nightly", "--history", "/h", "--dry-run");

        assertThat(dryRun.exitCode()).isZero();
        assertThat(dryRun.out()).endsWith(" nightly --config " + project.home + "/conf/outsole.conf --history /h\n");
    }

    private Shell shell() {
        return new Shell(temporary, Map.of("PATH", System.getenv("PATH"), "SYSTEMD_LOG_LEVEL", "warning"));
    }
}
