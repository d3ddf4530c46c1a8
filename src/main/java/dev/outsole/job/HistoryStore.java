package dev.outsole.job;

import static org.apache.spark.sql.functions.col;

import dev.outsole.UserError;
import dev.outsole.history.JudgedNight;
import dev.outsole.history.Night;
import dev.outsole.history.NightPairs;
import dev.outsole.history.PairAuc;
import dev.outsole.spark.HadoopPaths;
import dev.outsole.spark.Lease;
import dev.outsole.spark.ParquetFiles;
import dev.outsole.spark.StagedFile;
import dev.outsole.work.Attempt;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The history of nightly evaluations: a folder with one Parquet file for each night, {@code nights/2026-11-24.parquet}. A night is in one
 * file so that it comes, and is replaced, in one step on every storage: by a rename, or on an object store by the one request that puts it
 * there. Files that are being written have names that readers of Parquet folders pass over.
 */
final class HistoryStore {
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final String STAGING = "_staging-";

    private final SparkSession spark;
    private final Configuration hadoop;
    private final FileSystem files;
    private final Path folder;
    private final Duration lease;

    private HistoryStore(SparkSession spark, Path folder, Duration lease) throws IOException {
        this.spark = spark;
        this.lease = lease;
        this.hadoop = spark.sparkContext().hadoopConfiguration();
        this.files = HadoopPaths.fileSystem(folder, hadoop);
        this.folder = files.makeQualified(folder);
    }

    /** The one in this folder, whether anything is there yet or not. */
    static HistoryStore open(SparkSession spark, Path folder) throws IOException {
        return open(spark, folder, LEASE);
    }

    /** The same, locked for so long at a time. */
    static HistoryStore open(SparkSession spark, Path folder, Duration lease) throws IOException {
        return new HistoryStore(spark, folder, lease);
    }

    /** Runs whose nights were replaced. */
    ReplacedRuns replaced() {
        return new ReplacedRuns(hadoop, files, replacedFolder());
    }

    /** What was said of its nights. */
    AcceptanceStore acceptances() {
        return new AcceptanceStore(hadoop, files, acceptedFolder());
    }

    private Path replacedFolder() {
        return new Path(folder, "replaced");
    }

    private Path acceptedFolder() {
        return new Path(folder, "accepted");
    }

    private Path nightsFolder() {
        return new Path(folder, "nights");
    }

    private Path file(LocalDate date) {
        return new Path(nightsFolder(), date + ".parquet");
    }

    /**
     * Lets nobody else write until it is closed, and removes what earlier runs may have left half written.
     *
     * @param run that writes
     * @throws UserError if another run is at it, or the folder can't be written to
     */
    Lease lock(String run) throws IOException {
        try {
            files.mkdirs(nightsFolder());
        } catch (IOException e) {
            throw new UserError(
                    "can't write to the history in " + folder + " (" + e.getMessage()
                            + "): name another folder with --history",
                    e);
        }
        Lease lock = take(run);
        lock.requireHeld();
        for (FileStatus left : files.listStatus(folder)) {
            if (left.getPath().getName().startsWith(STAGING)) {
                files.delete(left.getPath(), true);
            }
        }
        for (Path each : List.of(folder, nightsFolder(), replacedFolder(), acceptedFolder())) {
            StagedFile.removeStaged(hadoop, each);
        }
        return lock;
    }

    private Lease take(String run) throws IOException {
        try {
            return Lease.take(hadoop, new Path(folder, "_lock"), run, lease);
        } catch (UserError e) {
            throw new UserError("the history in " + folder + " is " + e.getMessage(), e);
        }
    }

    /** @throws UserError if the night is there already */
    void requireFree(LocalDate date) throws IOException {
        if (files.exists(file(date))) {
            throw new UserError("the history in " + folder + " has the night of " + date
                    + " already: give --replace to put a new run in its place, or another --date");
        }
    }

    /**
     * Adds a night, in one step.
     *
     * @param pairs its rows of {@link HistoryRows#SCHEMA}
     * @param replace whether it may take the place of an earlier run of the same date
     * @throws UserError if it may not, or the lock was lost: nothing is changed then
     */
    void add(Lease lock, JudgedNight night, List<Row> pairs, boolean replace) throws IOException {
        Path staging = new Path(folder, STAGING + UUID.randomUUID());
        Attempt.run(() -> {
                    Dataset<Row> rows = spark.createDataFrame(rows(night, pairs), HistoryRows.SCHEMA);
                    rows.coalesce(1).write().parquet(staging.toString());
                    Path part = part(staging);
                    LocalDate date = night.night().date();
                    StagedFile.write(hadoop, file(date), () -> requireMayBeAdded(lock, date, replace), out -> {
                        try (InputStream in = files.open(part)) {
                            in.transferTo(out);
                        }
                    });
                })
                .ifFailed(() -> files.delete(staging, true))
                .orThrow();
        Attempt.run(() -> files.delete(staging, true)); // the night is there; what stays, the next run removes
    }

    private void requireMayBeAdded(Lease lock, LocalDate date, boolean replace) throws IOException {
        lock.requireHeld();
        if (!replace) {
            requireFree(date);
        }
    }

    /** The one file of data in a folder that Spark has written with one task. */
    private Path part(Path folder) throws IOException {
        return HadoopPaths.within(files, folder).stream()
                .filter(file -> file.getName().startsWith("part-"))
                .findFirst()
                .orElseThrow(() -> new FileNotFoundException("no part of the night in " + folder));
    }

    /**
     * Makes the report of the history's last night the one that is looked at, {@code latest.html} in the folder; gives its path. That of an
     * earlier night, which was made later, stays where it is.
     */
    Path showLatest(Lease lock, LocalDate date, Path report) throws IOException {
        if (dates().stream().anyMatch(other -> other.isAfter(date))) {
            return report;
        }
        Path latest = new Path(folder, "latest.html");
        FileSystem from = HadoopPaths.fileSystem(report, hadoop);
        StagedFile.write(hadoop, latest, lock::requireHeld, out -> {
            try (InputStream in = from.open(report)) {
                in.transferTo(out);
            }
        });
        return latest;
    }

    private static List<Row> rows(JudgedNight night, List<Row> pairs) {
        List<Row> rows = new ArrayList<>(pairs);
        rows.add(0, HistoryRows.night(night));
        return rows;
    }

    /** All nights, the earliest first. */
    List<JudgedNight> nights() throws IOException {
        List<LocalDate> dates = dates();
        return dates.isEmpty()
                ? List.of()
                : table(dates, HistoryRows.NIGHT, HistoryRows.NIGHT_COLUMNS).stream()
                        .map(HistoryRows::night)
                        .sorted(Comparator.comparing(judged -> judged.night().date()))
                        .toList();
    }

    private List<LocalDate> dates() throws IOException {
        try {
            return Arrays.stream(files.listStatus(nightsFolder()))
                    .map(file -> file.getPath().getName())
                    .filter(name -> name.matches("\\d{4}-\\d{2}-\\d{2}\\.parquet"))
                    .map(name -> LocalDate.parse(name.substring(0, 10)))
                    .toList();
        } catch (FileNotFoundException e) {
            return List.of();
        }
    }

    /** The same nights with their pairs, in their order. */
    List<NightPairs> withPairs(Collection<Night> nights) {
        if (nights.isEmpty()) {
            return List.of();
        }
        List<LocalDate> wanted = nights.stream().map(Night::date).toList();
        Map<LocalDate, List<PairAuc>> pairs = new HashMap<>();
        table(wanted, HistoryRows.PAIR, HistoryRows.PAIR_COLUMNS)
                .forEach(row -> pairs.computeIfAbsent(HistoryRows.date(row), date -> new ArrayList<>())
                        .add(HistoryRows.pair(row)));
        return nights.stream()
                .map(night -> new NightPairs(night, pairs.getOrDefault(night.date(), List.of())))
                .toList();
    }

    private List<Row> table(List<LocalDate> dates, String kind, List<String> columns) {
        Path[] files = dates.stream().map(this::file).toArray(Path[]::new);
        List<Row> rows = ParquetFiles.read(spark, HistoryRows.SCHEMA, files)
                .where(col("kind").equalTo(kind))
                .select("format", columns.toArray(String[]::new))
                .collectAsList();
        rows.forEach(this::requireKnownFormat);
        return rows;
    }

    private void requireKnownFormat(Row row) {
        if (row.getInt(0) > HistoryRows.FORMAT) {
            throw new UserError("the history in " + folder + " has format " + row.getInt(0)
                    + ", this version of Outsole knows those up to " + HistoryRows.FORMAT + ": use a newer version");
        }
    }
}
