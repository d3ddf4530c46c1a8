package dev.outsole.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import dev.outsole.history.Acceptance;
import dev.outsole.history.JudgedNight;
import dev.outsole.history.PairAuc;
import dev.outsole.history.PairKey;
import dev.outsole.metric.Metric;
import dev.outsole.spark.Lease;
import dev.outsole.spark.TestSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryStoreTest {
    private static final LocalDate DATE = LocalDate.of(2026, 11, 24);
    private static final int RUNS = 10;
    private static final String OTHER =
            "{\"token\":\"t\",\"run\":\"other\",\"host\":\"h\",\"since\":\"2026-11-23T02:00:00Z\",\"until\":\"2026-11-23T02:10:00Z\"}";

    @TempDir
    Path folder;

    private HistoryStore store;

    @BeforeEach
    void open() throws IOException {
        store = HistoryStore.open(TestSession.spark(), path(folder), Duration.ofSeconds(30));
    }

    private static org.apache.hadoop.fs.Path path(Path path) {
        return new org.apache.hadoop.fs.Path(path.toUri());
    }

    private List<String> runs() throws IOException {
        return store.nights().stream().map(judged -> judged.night().run()).toList();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aNightComesBackAsItWas() throws IOException {
        HistoryNights.commit(store, DATE, "one", false);
        JudgedNight night = HistoryNights.night(DATE, "one");

        assertThat(store.nights()).containsExactly(night);
        assertThat(store.withPairs(List.of(night.night())).get(0).pairs())
                .containsExactlyInAnyOrder(
                        new PairAuc(new PairKey("pixels", "Clog", "Mule"), 1, 0.9, List.of("svm_one")),
                        new PairAuc(new PairKey("pixels", "Clog", "Pump"), 1, 0.8, List.of("svm_one")));
        assertThat(files()).containsExactly("nights/2026-11-24.parquet");
    }

    /** Hadoop knows all of these characters from patterns. */
    @Test
    void aFolderMayHaveAnyName() throws IOException {
        Path special = folder.resolve("a [b]{c,d}*?");
        HistoryStore other = HistoryStore.open(TestSession.spark(), path(special), Duration.ofSeconds(30));
        HistoryNights.commit(other, DATE, "one", false);
        HistoryNights.commit(other, DATE.plusDays(1), "two", false);

        assertThat(other.nights()).hasSize(2);
        assertThat(other.withPairs(List.of(other.nights().get(1).night()))
                        .get(0)
                        .pairs())
                .hasSize(2);
        assertThat(store.nights()).isEmpty();
    }

    /** By anything that reads Parquet: a row for each pair with the sweep's columns, and one for the night. */
    @Test
    void itIsAnOrdinaryParquetFolder() throws IOException {
        HistoryNights.commit(store, DATE, "one", false);
        HistoryNights.commit(store, DATE.plusDays(1), "two", false);
        Dataset<Row> table =
                TestSession.spark().read().parquet(folder.resolve("nights").toString());

        assertThat(table.where("kind = 'night'").count()).isEqualTo(2);
        assertThat(table.where("kind = 'pair'").groupBy("date").count().collectAsList())
                .extracting(row -> row.getLong(1))
                .containsExactly(2L, 2L);
        assertThat(table.columns())
                .contains("auc_low", "abnormal_caught", "settings_hash")
                .containsAll(Arrays.stream(Metric.values()).map(Metric::key).toList());
    }

    @Test
    void aDateThatIsThereIsReplacedOnRequestAlone() throws IOException {
        HistoryNights.commit(store, DATE, "one", false);

        assertThatThrownBy(() -> HistoryNights.commit(store, DATE, "two", false))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("2026-11-24 already: give --replace");
        assertThat(runs()).containsExactly("one");
        HistoryNights.commit(store, DATE, "two", true);
        assertThat(runs()).containsExactly("two");
        assertThat(files()).containsExactly("nights/2026-11-24.parquet");
    }

    @Test
    void whatADeadRunLeftIsNotReadAndIsRemoved() throws IOException {
        HistoryNights.commit(store, DATE, "one", false);
        Files.createDirectories(folder.resolve("_staging-1"));
        Files.writeString(folder.resolve("_staging-1/part-0.parquet"), "half");
        for (String name : List.of("latest.html", "nights/2026-11-25.parquet", "replaced/a.json", "accepted/b.json")) {
            Path target = folder.resolve(name);
            Files.createDirectories(target.getParent());
            Files.writeString(target.resolveSibling("." + target.getFileName() + ".tmp-" + UUID.randomUUID()), "half");
        }

        assertThat(runs()).containsExactly("one");
        assertThat(store.replaced().all()).isEmpty();
        assertThat(store.acceptances().all()).isEmpty();
        HistoryNights.commit(store, DATE.plusDays(1), "two", false);
        assertThat(runs()).containsExactly("one", "two");
        assertThat(files()).containsExactly("nights/2026-11-24.parquet", "nights/2026-11-25.parquet");
    }

    /** As when the machine has slept. */
    @Test
    void aRunThatHasLostTheLockPublishesNothing() throws IOException {
        HistoryNights.commit(store, DATE, "one", false);
        Path report = Files.writeString(folder.resolve("report.html"), "slept");
        JudgedNight night = HistoryNights.night(DATE, "one");
        try (Lease slept = store.lock("slept")) {
            Files.writeString(folder.resolve("_lock/000000000002.json"), OTHER);

            for (ThrowingCallable publication : List.<ThrowingCallable>of(
                    () -> store.add(slept, night, HistoryNights.rows(night.night()), true),
                    () -> store.showLatest(slept, DATE, path(report)),
                    () -> store.replaced().add(slept, night.night()),
                    () -> store.acceptances()
                            .add(slept, new Acceptance("2026-11-24", "one", List.of("pixels"), "why", "me", "now")))) {
                assertThatThrownBy(publication).isInstanceOf(UserError.class).hasMessageContaining("has ended");
            }
        }
        assertThat(files()).containsExactly("_lock/000000000002.json", "nights/2026-11-24.parquet", "report.html");
    }

    /** Ten runs want to add the same night at the same moment: one does, nine are told to stop. */
    @Test
    void ofTenRunsForOneDateOneWins() throws Exception {
        List<Boolean> won = race(run -> tryOnce(DATE, "run-" + run));

        assertThat(won).hasSize(RUNS).containsOnlyOnce(true);
        assertThat(runs()).hasSize(1);
    }

    /** Ten runs of ten dates, each tried until it is in: none is lost. */
    @Test
    void tenRunsOfTenDatesAllComeIn() throws Exception {
        race(run -> {
            while (!tryOnce(DATE.plusDays(run), "run-" + run)) {
                Thread.sleep(20);
            }
            return true;
        });

        assertThat(runs())
                .isEqualTo(
                        IntStream.range(0, RUNS).mapToObj(run -> "run-" + run).toList());
    }

    private boolean tryOnce(LocalDate date, String run) throws IOException {
        try {
            HistoryNights.commit(store, date, run, false);
            return true;
        } catch (UserError e) {
            return false;
        }
    }

    private interface Run {
        boolean run(int number) throws Exception;
    }

    private static List<Boolean> race(Run run) throws InterruptedException, ExecutionException {
        CyclicBarrier barrier = new CyclicBarrier(RUNS);
        ExecutorService threads = Executors.newFixedThreadPool(RUNS);
        try {
            List<Callable<Boolean>> runs = new ArrayList<>();
            for (int i = 0; i < RUNS; i++) {
                int number = i;
                runs.add(() -> {
                    barrier.await();
                    return run.run(number);
                });
            }
            List<Boolean> outcomes = new ArrayList<>();
            for (Future<Boolean> outcome : threads.invokeAll(runs)) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    /** A file of this layout, kept since it was new; later columns may be missing in it. */
    @Test
    void nightsOfEarlierVersionsStayReadable() throws IOException {
        Files.createDirectories(folder.resolve("nights"));
        try (var golden = HistoryStoreTest.class.getResourceAsStream("format-1.parquet")) {
            Files.copy(golden, folder.resolve("nights/2026-11-24.parquet"));
        }

        assertThat(store.nights()).containsExactly(HistoryNights.night(DATE, "golden"));
        assertThat(store.withPairs(List.of(store.nights().get(0).night()))
                        .get(0)
                        .pairs())
                .hasSize(2);
    }

    @Test
    void columnsThatAFileLacksAreEmpty() throws IOException {
        HistoryNights.commit(store, DATE, "one", false);
        rewrite(table -> table.drop("stages", "findings", "collapsed_models", "failed_models", "uncompared"));

        assertThat(store.nights().get(0).judgement().findings()).isEmpty();
        assertThat(store.withPairs(List.of(store.nights().get(0).night()))
                        .get(0)
                        .pairs())
                .extracting(PairAuc::stages)
                .containsOnly(List.of());
    }

    @Test
    void aNewerFormatIsRefused() throws IOException {
        HistoryNights.commit(store, DATE, "one", false);
        rewrite(table -> table.withColumn("format", functions.lit(3)));

        assertThatThrownBy(() -> store.nights())
                .isInstanceOf(UserError.class)
                .hasMessageContaining("has format 3")
                .hasMessageContaining("use a newer version");
    }

    private void rewrite(java.util.function.UnaryOperator<Dataset<Row>> change) throws IOException {
        Path made = folder.resolve("_made");
        Path night = folder.resolve("nights/2026-11-24.parquet");
        change.apply(TestSession.spark().read().parquet(night.toString()))
                .coalesce(1)
                .write()
                .parquet(made.toString());
        try (Stream<Path> parts = Files.list(made)) {
            Path part = parts.filter(file -> file.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
            Files.delete(night);
            Files.copy(part, night);
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsTheUsersMistake() throws IOException {
        Path file = Files.writeString(folder.resolve("in the way"), "a file");
        HistoryStore blocked = HistoryStore.open(TestSession.spark(), path(file));

        assertThatThrownBy(() -> blocked.lock("one"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("--history");
    }
}
