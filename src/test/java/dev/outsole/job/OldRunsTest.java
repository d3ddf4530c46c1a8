package dev.outsole.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.history.Night;
import dev.outsole.json.Json;
import dev.outsole.spark.Lease;
import dev.outsole.spark.OutputLease;
import dev.outsole.spark.TestSession;
import dev.outsole.sweep.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldRunsTest {
    @TempDir
    Path folder;

    /** A night whose run is in this directory, and whose sweep says that it is this run. */
    private Night night(int day, String run, String directory, String sweep) throws IOException {
        Path made = Files.createDirectories(folder.resolve(directory));
        Json.write(
                Files.newOutputStream(made.resolve("sweep.json")),
                new Manifest("0.1.0", sweep, "2026-11-24T02:00:00Z", Map.of(), Map.of(), List.of("Clog", "Mule")));
        Night night = HistoryNights.night(LocalDate.of(2026, 11, day), run).night();
        return new Night(
                night.date(),
                run,
                "file:" + made,
                night.version(),
                night.start(),
                night.settingsHash(),
                night.settings(),
                night.dataSha256(),
                night.seconds(),
                night.hosts(),
                night.arithmetic(),
                night.means(),
                List.of(),
                Map.of());
    }

    private final List<String> warnings = new ArrayList<>();

    private ReplacedRuns replaced() throws IOException {
        return HistoryStore.open(
                        TestSession.spark(),
                        new org.apache.hadoop.fs.Path(folder.resolve("history").toUri()))
                .replaced();
    }

    private void noteReplaced(Night night) throws IOException {
        HistoryStore history = HistoryStore.open(
                TestSession.spark(),
                new org.apache.hadoop.fs.Path(folder.resolve("history").toUri()));
        try (Lease lock = history.lock("run")) {
            history.replaced().add(lock, night);
        }
    }

    private void removeAllBut(int last, List<Night> nights) throws IOException {
        new OldRuns(TestSession.spark().sparkContext().hadoopConfiguration(), warnings::add)
                .removeAllBut(last, nights, replaced());
    }

    @Test
    void runsOfOldNightsGoAndOthersStay() throws IOException {
        List<Night> nights = List.of(
                night(1, "one", "one", "one"), night(2, "two", "two", "two"), night(3, "three", "three", "three"));
        Files.createDirectories(folder.resolve("somebody else's"));
        removeAllBut(2, nights);

        assertThat(folder.resolve("one")).doesNotExist();
        assertThat(folder).isDirectoryContaining(path -> path.endsWith("two"));
        assertThat(folder).isDirectoryContaining(path -> path.endsWith("three"));
        assertThat(folder).isDirectoryContaining(path -> path.endsWith("somebody else's"));
        removeAllBut(5, nights);
        assertThat(folder.resolve("two")).exists();
    }

    /** Of another run by now; of another name than its run; without a sweep. */
    @Test
    void whatIsNotTheNightsOwnStays() throws IOException {
        List<Night> nights = List.of(
                night(1, "one", "one", "another"),
                night(2, "two", "precious", "two"),
                night(3, "three", "three", "three"),
                night(4, "four", "four", "four"));
        Files.delete(folder.resolve("three/sweep.json"));
        removeAllBut(1, nights);

        for (String name : List.of("one", "precious", "three", "four")) {
            assertThat(folder.resolve(name)).exists();
        }
    }

    /** The first run of the second; the first night was done anew by the run that the third one resumed. */
    @Test
    void runsOfReplacedNightsGoWithTheOthers() throws IOException {
        List<Night> nights =
                List.of(night(1, "three", "three", "three"), night(2, "two again", "two again", "two again"));
        noteReplaced(night(2, "two", "two", "two"));
        noteReplaced(night(1, "three", "three", "three"));
        removeAllBut(2, nights);

        assertThat(folder.resolve("two")).doesNotExist();
        assertThat(folder.resolve("two again")).exists();
        assertThat(folder.resolve("three")).exists();
        assertThat(replaced().all()).extracting(NightRun::run).containsExactly("three");

        removeAllBut(1, nights);
        assertThat(folder.resolve("three")).doesNotExist();
        assertThat(replaced().all()).isEmpty();
        assertThat(warnings).isEmpty();
    }

    @Test
    void whatCannotBeRemovedIsAWarningAndIsRemovedLater() throws IOException {
        Night last = night(2, "two", "two", "two");
        noteReplaced(night(1, "one", "one", "one"));
        String sweep = Files.readString(folder.resolve("one/sweep.json"));
        Files.writeString(folder.resolve("one/sweep.json"), "{ half");
        removeAllBut(1, List.of(last));

        assertThat(warnings).singleElement().asString().startsWith("the old run directory file:");
        assertThat(folder.resolve("one")).exists();
        Files.writeString(folder.resolve("one/sweep.json"), sweep);
        removeAllBut(1, List.of(last));
        assertThat(folder.resolve("one")).doesNotExist();
    }

    @Test
    void aRunThatSomebodyGoesOnWithStays() throws IOException {
        List<Night> nights = List.of(night(1, "one", "one", "one"), night(2, "two", "two", "two"));
        org.apache.hadoop.fs.Path one =
                new org.apache.hadoop.fs.Path(folder.resolve("one").toString());
        try (Lease lease = OutputLease.take(TestSession.spark().sparkContext().hadoopConfiguration(), one)) {
            removeAllBut(1, nights);
            lease.requireHeld();
        }
        assertThat(folder.resolve("one/sweep.json")).exists();

        removeAllBut(1, nights);
        assertThat(folder.resolve("one")).doesNotExist();
    }
}
