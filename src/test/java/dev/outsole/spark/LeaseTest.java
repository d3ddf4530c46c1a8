package dev.outsole.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaseTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final String DEAD = """
            {"token":"t","run":"%s","host":"node-7","since":"2026-11-23T02:00:00Z","until":"2026-11-23T02:10:00Z"}
            """;

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(temporary.resolve("lock"));
    }

    private Lease take(String run) throws IOException {
        return take(run, LONG);
    }

    private Lease take(String run, Duration length) throws IOException {
        return Lease.take(TestSession.hadoop(), new org.apache.hadoop.fs.Path(folder.toUri()), run, length);
    }

    /** None either when the folder has gone with the last. */
    private List<String> files() throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theSecondIsToldWhoTheFirstIs() throws IOException {
        try (Lease first = take("first")) {
            assertThatThrownBy(() -> take("second"))
                    .isInstanceOf(UserError.class)
                    .hasMessageMatching("busy with run first on (\\S+|a host without a name) "
                            + "\\(process \\d+\\) since \\d{4}-\\S+Z: wait .*");
            first.requireHeld();
        }
    }

    @Test
    void givenBackItIsFree() throws IOException {
        take("first").close();
        assertThat(temporary).isEmptyDirectory();
        try (Lease second = take("second")) {
            second.requireHeld();
        }
    }

    @Test
    void aDeadRunsIsTakenOver() throws IOException {
        Files.writeString(folder.resolve("000000000041.json"), DEAD.formatted("dead"));

        try (Lease lease = take("next")) {
            lease.requireHeld();
            assertThat(files()).containsExactly("000000000042.json");
        }
    }

    /** Its lease would last for long, but on this machine it can be told that it is dead. */
    @Test
    void aDeadProcesssIsTakenOverAtOnce() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        hold(new RunningProcess(RunningProcess.current().machine(), dead.pid()));

        try (Lease lease = take("next")) {
            lease.requireHeld();
        }
    }

    /** Its number says nothing here. */
    @Test
    void anotherMachinesIsNotTakenForDead() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        hold(new RunningProcess("another start of the machine", dead.pid()));

        assertThatThrownBy(() -> take("next")).hasMessageContaining("busy with run first on node-7");
    }

    private void hold(RunningProcess process) throws IOException {
        LeaseHolder holder = new LeaseHolder(
                "t",
                "first",
                "node-7",
                process,
                "2026-11-23T02:00:00Z",
                Instant.now().plus(LONG).toString());
        assertThat(new LeaseFolder(TestSession.hadoop(), new org.apache.hadoop.fs.Path(folder.toUri())).take(1, holder))
                .isTrue();
    }

    /** Its file is made, and has no content yet. */
    @Test
    void oneThatIsJustBeingTakenIsNotTakenOver() throws IOException {
        Files.writeString(folder.resolve("000000000001.json"), "");

        assertThatThrownBy(() -> take("next")).hasMessageContaining("just starting");
    }

    @Test
    void aRunThatLivesKeepsIt() throws Exception {
        Duration brief = Duration.ofSeconds(1);
        try (Lease lease = take("first", brief)) {
            Thread.sleep(1500);
            assertThatThrownBy(() -> take("second", brief)).hasMessageContaining("run first");
            lease.requireHeld();
        }
    }

    /** As when the process has slept for longer than the lease. */
    @Test
    void aRunWhoseLeaseWasTakenOverIsRefused() throws IOException {
        try (Lease slept = take("slept")) {
            Files.writeString(folder.resolve("000000000002.json"), DEAD.formatted("other"), UTF_8);

            assertThatThrownBy(slept::requireHeld).isInstanceOf(UserError.class).hasMessageContaining("has ended");
        }
        assertThat(files()).containsExactly("000000000002.json");
    }

    /** Where nothing is renamed. */
    @Test
    void anObjectStoreHoldsOneAsWell() throws Exception {
        org.apache.hadoop.fs.Path place = ObjectStore.path(folder.resolve("store"));
        Duration brief = Duration.ofSeconds(1);
        try (Lease first = Lease.take(ObjectStore.hadoop(), place, "first", brief)) {
            Thread.sleep(1500);
            first.requireHeld();
            assertThatThrownBy(() -> Lease.take(ObjectStore.hadoop(), place, "second", brief))
                    .hasMessageContaining("run first");
        }
        Lease.take(ObjectStore.hadoop(), place, "second", brief).close();
    }

    /** All find the same dead lease at the same moment. */
    @Test
    void ofTenAtOnceOneGetsIt() throws Exception {
        for (int round = 0; round < 10; round++) {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("000000000001.json"), DEAD.formatted("dead"));
            List<Lease> leases = race(10);

            assertThat(leases).hasSize(1);
            leases.get(0).close();
            assertThat(files()).isEmpty();
        }
    }

    private List<Lease> race(int runs) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(runs);
        ExecutorService threads = Executors.newFixedThreadPool(runs);
        try {
            List<Callable<Lease>> starts = new ArrayList<>();
            for (int i = 0; i < runs; i++) {
                String run = "run-" + i;
                starts.add(() -> {
                    barrier.await();
                    return take(run);
                });
            }
            List<Lease> won = new ArrayList<>();
            for (Future<Lease> start : threads.invokeAll(starts)) {
                try {
                    won.add(start.get());
                } catch (java.util.concurrent.ExecutionException e) {
                    assertThat(e).hasCauseInstanceOf(UserError.class);
                }
            }
            return won;
        } finally {
            threads.shutdownNow();
        }
    }
}
