package dev.outsole.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.lit;

import dev.outsole.config.Overrides;
import dev.outsole.config.Settings;
import dev.outsole.history.JudgedNight;
import dev.outsole.history.Judgement;
import dev.outsole.history.NightPairs;
import dev.outsole.json.Json;
import dev.outsole.spark.HadoopPaths;
import dev.outsole.spark.Lease;
import dev.outsole.spark.Machines;
import dev.outsole.spark.Sessions;
import dev.outsole.sweep.Manifest;
import dev.outsole.sweep.ModelKey;
import dev.outsole.sweep.ModelResult;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/**
 * What the gate, the trend and the commit cost with a long history: a sweep's run is put into it as each of so many nights, and then judged
 * by them. Arguments: run directory, folder of the history to make, nights.
 */
public final class HistoryBenchmark {
    private static final LocalDate LAST = LocalDate.of(2026, 11, 24);

    private HistoryBenchmark() {}

    public static void main(String[] args) throws Exception {
        try (SparkSession spark = Sessions.open("history benchmark")) {
            FinishedSweep sweep = open(spark, args[0]);
            HistoryStore history = HistoryStore.open(spark, HadoopPaths.of(args[1]));
            make(spark, sweep, history, Path.of(args[1]), Integer.parseInt(args[2]));
            measure(spark, sweep, history);
        }
    }

    private static FinishedSweep open(SparkSession spark, String run) throws IOException {
        SweepStore store = SweepStore.open(spark, HadoopPaths.of(run));
        Manifest manifest = store.manifest();
        Map<ModelKey, ModelResult> results = new LinkedHashMap<>();
        store.models(new dev.outsole.image.ClassNames(manifest.classNames()))
                .forEach(key -> results.put(key, store.result(key)));
        return new FinishedSweep(store, manifest, store.summary(), results);
    }

    /** One night by the store itself, the others as copies of its file with other dates. */
    private static void make(SparkSession spark, FinishedSweep sweep, HistoryStore history, Path folder, int nights)
            throws IOException {
        LocalDate first = LAST.minusDays(nights);
        NightWriter writer = new NightWriter(first, sweep, Machines.of(spark));
        try (Lease lock = history.lock("benchmark")) {
            JudgedNight night = new JudgedNight(
                    writer.pairs().night(),
                    new Judgement(Judgement.Status.TOO_LITTLE_HISTORY, List.of(), 0, List.of()));
            history.add(lock, night, writer.rows(), true);
        }
        Path made = folder.resolve("_made");
        spark.read()
                .parquet(folder.resolve("nights/" + first + ".parquet").toString())
                .crossJoin(spark.range(1, nights, 1, 32).toDF("day"))
                .withColumn("date", date_add(col("date"), col("day").cast("int")))
                .withColumn("run", concat(col("run"), lit("-"), col("day")))
                .withColumn("to", col("date"))
                .drop("day")
                .repartition(32, col("to"))
                .sortWithinPartitions("to")
                .write()
                .partitionBy("to")
                .parquet(made.toString());
        try (DirectoryStream<Path> dates = Files.newDirectoryStream(made, "to=*")) {
            for (Path date : dates) {
                try (DirectoryStream<Path> parts = Files.newDirectoryStream(date, "part-*.parquet")) {
                    String name = date.getFileName().toString().substring("to=".length());
                    Files.move(parts.iterator().next(), folder.resolve("nights/" + name + ".parquet"));
                }
            }
        }
    }

    private static void measure(SparkSession spark, FinishedSweep sweep, HistoryStore history) throws IOException {
        long start = System.nanoTime();
        NightWriter writer = new NightWriter(LAST, sweep, Machines.of(spark));
        NightPairs tonight = writer.pairs();
        NightJudge.Judged judged = new NightJudge(
                        Settings.load(Optional.empty(), new Overrides()).nightly(), history, history.nights())
                .judge(tonight);
        say("gate and trend", start);
        long committed = System.nanoTime();
        try (Lease lock = history.lock("benchmark")) {
            history.add(lock, judged.night(), writer.rows(), true);
        }
        say("commit", committed);
        long kept = System.nanoTime();
        Json.write(java.io.OutputStream.nullOutputStream(), judged.trend());
        say("trend.json", kept);
        System.out.printf(
                Locale.ROOT,
                "%d nights, %d rows a night, %s, compared with %d%n",
                judged.trend().nights().size(),
                tonight.pairs().size(),
                judged.night().judgement().status(),
                judged.night().judgement().compared());
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(Locale.ROOT, "heap at most %.2f GiB%n", runtime.maxMemory() / (double) (1 << 30));
    }

    private static void say(String what, long start) {
        System.out.printf(Locale.ROOT, "%-16s %6.2f s%n", what, (System.nanoTime() - start) / 1e9);
    }
}
