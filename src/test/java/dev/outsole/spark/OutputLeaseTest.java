package dev.outsole.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import dev.outsole.cli.Signal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One run at a time writes an output, and tidies up behind dead ones. */
class OutputLeaseTest {
    /** Of a run that died on another machine a while ago. */
    private static final String DEAD = """
            {"token":"t","run":"dead","host":"node-7","since":"2026-11-23T02:00:00Z","until":"2026-11-23T02:10:00Z"}
            """;

    @TempDir
    Path folder;

    private Path target() {
        return folder.resolve("run");
    }

    private StagedDirectory create() {
        return StagedDirectory.create(
                TestSession.hadoop(), new org.apache.hadoop.fs.Path(target().toUri()), "marker.json");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void write(StagedDirectory staged) throws IOException {
        try (OutputStream part = staged.newFile("part")) {
            part.write("ours".getBytes(UTF_8));
        }
    }

    @Test
    void theSecondOfTwoEndsBeforeItsWorkAndNamesTheFirst() throws Exception {
        try (StagingProgram first = StagingProgram.start(target())) {
            assertThatThrownBy(this::create)
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining(target() + " is busy with run run on ")
                    .hasMessageContaining(" (process " + first.handle().pid() + ") since 20");
            first.tellToCommit();
            assertThat(first.exitCode()).isZero();
        }
        assertThat(files()).containsExactly("run");
        assertThat(target().resolve("part")).hasContent("theirs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    void aProgramThatIsToldToEndLeavesNothing(String signal) throws Exception {
        try (StagingProgram program = StagingProgram.start(target())) {
            Signal.send(signal, program.handle());
            program.exitCode();
        }
        assertThat(folder).isEmptyDirectory();
    }

    /** Its lease would last for ten minutes more. */
    @Test
    void whatAKilledProgramLeftIsRemovedAtOnce() throws Exception {
        try (StagingProgram program = StagingProgram.start(target())) {
            Signal.send("KILL", program.handle());
            program.exitCode();
        }
        assertThat(files()).hasSize(2).contains(".run.lock");

        try (StagedDirectory staged = create()) {
            write(staged);
            staged.commit();
        }
        assertThat(files()).containsExactly("run");
        assertThat(target().resolve("part")).hasContent("ours");
    }

    @Test
    void anotherOutputsDeadRunIsTidiedUpAsWell() throws Exception {
        Path other = folder.resolve("other");
        try (StagingProgram program = StagingProgram.start(other)) {
            Signal.send("KILL", program.handle());
            program.exitCode();
        }
        create().close();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anotherOutputsLivingRunKeepsWhatItHas() throws Exception {
        Path other = folder.resolve("other");
        try (StagingProgram program = StagingProgram.start(other, "-Doutsole.lease-seconds=1")) {
            Signal.send("STOP", program.handle());
            awaitEnd("other");
            create().close();
            Signal.send("CONT", program.handle());
            program.tellToCommit();
            assertThat(program.exitCode()).isZero();
        }
        assertThat(files()).containsExactly("other");
    }

    /** Stopped for longer than its lease lasts, as a laptop that sleeps, or a machine that swaps. */
    @Test
    void aProgramThatSleptThroughItsLeaseChangesNothing() throws Exception {
        try (StagingProgram slept = StagingProgram.start(target(), "-Doutsole.lease-seconds=1")) {
            Signal.send("STOP", slept.handle());
            awaitEnd("run");
            try (StagedDirectory staged = create()) {
                write(staged);
                Signal.send("CONT", slept.handle());
                slept.tellToCommit();
                slept.awaitLine("the lock of run run has ended meanwhile");
                assertThat(slept.exitCode()).isEqualTo(2);
                assertThat(target()).doesNotExist();
                staged.commit();
            }
        }
        assertThat(files()).containsExactly("run");
        assertThat(target().resolve("part")).hasContent("ours");
    }

    private void awaitEnd(String output) throws Exception {
        LeaseFolder lease = new LeaseFolder(
                TestSession.hadoop(), OutputLease.folder(new org.apache.hadoop.fs.Path(folder.toUri()), output));
        while (!lease.holder(1).orElseThrow().isOver(Instant.now())) {
            Thread.sleep(50);
        }
    }

    @Test
    void whatAVersionWithoutLeasesStagesStaysForADay() throws IOException {
        Path recent = Files.createDirectory(folder.resolve(".other.tmp-" + UUID.randomUUID()));
        Path old = Files.createDirectory(folder.resolve(".other.tmp-" + UUID.randomUUID()));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        Path foreign = Files.createDirectory(folder.resolve(".other.tmp-mine"));
        create().close();

        assertThat(recent).exists();
        assertThat(old).doesNotExist();
        assertThat(foreign).exists();
    }

    /** In the middle of a renewal, before it had said who it was, and between making the folder and the file, or removing them. */
    @Test
    void leasesThatADeadRunLeftHalfMadeAreRemoved() throws IOException {
        Path renewing = Files.writeString(lock("renewing").resolve("000000000003.json"), DEAD);
        Files.writeString(renewing.resolveSibling(".000000000003.json.tmp-" + UUID.randomUUID()), "{");
        Path silent = Files.writeString(lock("silent").resolve("000000000001.json"), "");
        Files.setLastModifiedTime(silent, FileTime.from(Instant.now().minus(Duration.ofMinutes(11))));
        Path starting = Files.writeString(lock("starting").resolve("000000000001.json"), "");
        Files.writeString(lock("gone").resolve(".000000000001.json.tmp-" + UUID.randomUUID()), "{");
        lock("empty");
        create().close();

        assertThat(files()).containsExactly(".starting.lock");
        assertThat(starting).exists();
    }

    /** The same output's. */
    @Test
    void aLeaseThatIsTakenOverIsGivenBackWithAllThatWasBeforeIt() throws IOException {
        Files.writeString(lock("run").resolve("000000000003.json"), DEAD);
        Files.writeString(lock("run").resolve(".000000000003.json.tmp-" + UUID.randomUUID()), "{");
        create().close();

        assertThat(folder).isEmptyDirectory();
    }

    private Path lock(String output) throws IOException {
        return Files.createDirectories(folder.resolve("." + output + ".lock"));
    }

    private StagedDirectory createInPlace() {
        return StagedDirectory.create(ObjectStore.hadoop(), ObjectStore.path(target()), "marker.json");
    }

    /** What a run has left that was killed where nothing is renamed. */
    private void diedInPlace(String output) throws IOException {
        Path place = Files.createDirectory(folder.resolve(output));
        Files.writeString(place.resolve("half"), "theirs");
        Files.writeString(place.resolve("_unfinished"), "marker.json");
        Files.writeString(lock(output).resolve("000000000001.json"), DEAD);
    }

    /** Their names have the time of day: nobody comes back for the same. */
    @Test
    void onAnObjectStoreOtherOutputsOfDeadRunsAreRemovedToo() throws IOException {
        diedInPlace("half");
        diedInPlace("whole");
        Files.writeString(folder.resolve("whole/marker.json"), "{}");
        createInPlace().close();

        assertThat(files()).containsExactly("whole");
        assertThat(folder.resolve("whole/_unfinished")).doesNotExist();
        assertThat(folder.resolve("whole/half")).hasContent("theirs");
    }

    /** Named by mistake as the output of a run that died before it saw that. */
    @Test
    void onAnObjectStoreAFolderThatNoRunHasMadeStays() throws IOException {
        Files.writeString(Files.createDirectory(target()).resolve("precious"), "mine");
        Files.writeString(lock("run").resolve("000000000001.json"), DEAD);

        assertThatThrownBy(this::createInPlace).hasMessageContaining("exists already, without marker.json");
        assertThat(target().resolve("precious")).hasContent("mine");
    }

    /** Where nothing is renamed, the dead run has written in place. */
    @Test
    void onAnObjectStoreADeadRunsPartsAreRemoved() throws IOException {
        diedInPlace("run");

        try (StagedDirectory staged = createInPlace()) {
            write(staged);
            staged.commit();
        }
        assertThat(files()).containsExactly("run");
        assertThat(target().resolve("half")).doesNotExist();
        assertThat(target().resolve("_unfinished")).doesNotExist();
        assertThat(target().resolve("part")).hasContent("ours");
    }

    /** There its place is the next run's as well. */
    @Test
    void onAnObjectStoreARunThatLostItsLeaseRemovesNothing() throws IOException {
        try (StagedDirectory slept = createInPlace()) {
            Files.writeString(folder.resolve(".run.lock").resolve("000000000002.json"), DEAD);
            Files.writeString(target().resolve("part"), "the next run's");
            assertThatThrownBy(slept::commit).hasMessageContaining("has ended meanwhile");
        }
        assertThat(target().resolve("part")).hasContent("the next run's");
        assertThat(target().resolve("marker.json")).doesNotExist();
    }
}
