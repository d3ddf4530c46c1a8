package dev.outsole.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which nights {@code submit/schedule/outsole-nightly} runs when it is called at some time: the real script, with a clock of the test's. */
class ScheduledNightsTest {
    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    private static final int NIGHTS = 30;

    @TempDir
    Path temporary;

    private FakeProject project;
    private Path logs;
    private Path nights;

    @BeforeEach
    void makeProject() throws IOException {
        project = FakeProject.ready(temporary);
        logs = temporary.resolve("logs");
        nights = temporary.resolve("nights");
        settings("02:30", 7);
        night("0");
        // The system's own, told what time it is unless it only computes.
        project.program("date", """
                case " $* " in *" -d "*) exec %1$s "$@" ;; esac
                exec %1$s -d "@$NOW" "$@"
                """.formatted(program("date")));
    }

    private void settings(String at, int catchUp) throws IOException {
        Files.writeString(temporary.resolve("nightly.env"), """
                OUTSOLE_NIGHTLY="--history /h"
                OUTSOLE_LOGS=%s
                OUTSOLE_AT=%s
                OUTSOLE_CATCH_UP=%d
                TZ=Europe/Helsinki
                """.formatted(logs, at, catchUp));
    }

    /** What stands in for a night notes its date, and ends with this exit code. */
    private void night(String exitCode) throws IOException {
        project.write(
                "submit/outsole",
                "#!/bin/sh\n[ \"$1 $2 $3 $4\" = 'nightly --history /h --date' ] && echo \"$5\" >> '" + nights
                        + "'\nexit " + exitCode + "\n");
    }

    private static Path program(String name) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private Shell.Result call(ZonedDateTime now) {
        return project.shell()
                .with("NOW", now.toEpochSecond())
                .run(
                        project.home.resolve("submit/schedule/outsole-nightly"),
                        temporary.resolve("nightly.env").toString());
    }

    private static ZonedDateTime helsinki(String local) {
        return ZonedDateTime.parse(local + ":00+02:00").withZoneSameLocal(HELSINKI);
    }

    private List<LocalDate> run() throws IOException {
        return Files.exists(nights)
                ? Files.readAllLines(nights).stream().map(LocalDate::parse).toList()
                : List.of();
    }

    /**
     * A cron that knows nothing of summer time: it fires whenever the clock on the wall shows the time, so not at all where the hour is skipped
     * (29 March, from 03:00 to 04:00), and twice where it is repeated (25 October). The machine is off for a whole day, and comes up before the
     * next night is due.
     */
    @ParameterizedTest
    @CsvSource({"2026-03-15, 03:30, 2026-03-20", "2026-03-15, 02:30, 2026-03-29", "2026-10-12, 03:30, 2026-10-25"})
    void thirtyNightsEachOnce(LocalDate first, LocalTime at, LocalDate off) throws IOException {
        settings(at.toString(), 7);
        TreeSet<ZonedDateTime> calls = new TreeSet<>(firings(first, at));
        calls.removeIf(call -> call.toLocalDate().equals(off));
        calls.add(off.plusDays(1).atTime(0, 10).atZone(HELSINKI));

        for (ZonedDateTime call : calls) {
            assertThat(call(call)).as(call.toString()).isEqualTo(new Shell.Result(0, "", ""));
        }

        assertThat(run()).isEqualTo(first.datesUntil(first.plusDays(NIGHTS)).toList());
    }

    private static List<ZonedDateTime> firings(LocalDate first, LocalTime at) {
        List<ZonedDateTime> firings = new ArrayList<>();
        ZonedDateTime end = first.plusDays(NIGHTS).atStartOfDay(HELSINKI);
        for (ZonedDateTime now = first.atStartOfDay(HELSINKI); now.isBefore(end); now = now.plusMinutes(1)) {
            if (now.toLocalTime().equals(at)) {
                firings.add(now);
            }
        }
        return firings;
    }

    /** Before its time the night of the day isn't due; a machine that was off at that time runs it when it comes up. */
    @Test
    void aNightIsDueFromItsTimeOn() throws IOException {
        call(helsinki("2026-11-20T02:30"));
        call(helsinki("2026-11-21T01:00"));
        assertThat(run()).containsExactly(LocalDate.parse("2026-11-20"));

        call(helsinki("2026-11-21T23:59"));
        assertThat(run()).endsWith(LocalDate.parse("2026-11-21"));
    }

    @Test
    void tooManyMissingNightsAreNamed() throws IOException {
        settings("02:30", 2);
        call(helsinki("2026-11-10T02:30"));

        Shell.Result call = call(helsinki("2026-11-20T02:30"));

        assertThat(call.exitCode()).isZero();
        assertThat(call.err())
                .isEqualTo(
                        "outsole-nightly: the nights after 2026-11-10, up to 2026-11-18, are too many to be made up for;"
                                + " run them with --date\n");
        assertThat(run())
                .containsExactly(
                        LocalDate.parse("2026-11-10"), LocalDate.parse("2026-11-19"), LocalDate.parse("2026-11-20"));
    }

    /** A night that failed is told and not tried again by itself; one that was ended from outside is due still. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 1", "143, 2", "137, 2", "127, 2"})
    void aNightThatEndedByItselfIsDone(int exitCode, int times) throws IOException {
        night(Integer.toString(exitCode));
        assertThat(call(helsinki("2026-11-20T02:30")).exitCode()).isEqualTo(exitCode);
        night("0");
        assertThat(call(helsinki("2026-11-20T09:00")).exitCode()).isZero();

        assertThat(run()).hasSize(times).containsOnly(LocalDate.parse("2026-11-20"));
    }

    @Test
    void settingsThatAreNoneAreTold() throws IOException {
        settings("2:30", 7);
        assertThat(call(helsinki("2026-11-20T02:30")))
                .isEqualTo(new Shell.Result(
                        2,
                        "",
                        "outsole-nightly: OUTSOLE_AT is 2:30: give the time of a night's start, such as 02:30\n"));
        settings("02:30", 0);
        assertThat(call(helsinki("2026-11-20T02:30")).err()).contains("OUTSOLE_CATCH_UP is 0");
        settings("02:30", 7);
        Files.writeString(Files.createDirectories(logs).resolve("last-night"), "yesterday\n");
        assertThat(call(helsinki("2026-11-20T02:30")).err()).contains("last-night holds no date");
        assertThat(run()).isEmpty();
    }
}
