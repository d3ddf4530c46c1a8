package dev.outsole.job;

import dev.outsole.UserError;
import dev.outsole.image.ClassNames;
import dev.outsole.json.Json;
import dev.outsole.report.page.ReportData;
import dev.outsole.report.page.ReportPage;
import dev.outsole.result.RunMetrics;
import dev.outsole.result.Score;
import dev.outsole.spark.DecisionFunctions;
import dev.outsole.spark.HadoopPaths;
import dev.outsole.spark.Lease;
import dev.outsole.spark.OutputLease;
import dev.outsole.spark.RankingEvaluator;
import dev.outsole.spark.ScoreRows;
import dev.outsole.spark.Sessions;
import dev.outsole.spark.StagedFile;
import dev.outsole.sweep.Manifest;
import dev.outsole.sweep.ModelKey;
import dev.outsole.sweep.ModelResult;
import dev.outsole.sweep.Summary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** {@code report}: makes a run's {@code report.html} again, from what its directory holds. */
public final class ReportJob {
    private final Path run;
    private final Progress progress;

    public ReportJob(String run, Progress progress) {
        this.run = HadoopPaths.of(run);
        this.progress = progress;
    }

    /**
     * Does it; gives the page's path.
     *
     * @throws UserError if the directory isn't that of a finished run
     */
    public String run() {
        try (SparkSession spark = Sessions.open("outsole report")) {
            FileSystem files = HadoopPaths.fileSystem(run, spark.sparkContext().hadoopConfiguration());
            Path directory = files.makeQualified(run);
            boolean isSweep = files.exists(new Path(directory, SweepStore.MANIFEST));
            if (!isSweep && !files.exists(new Path(directory, RunWriter.METRICS))) {
                throw new UserError(directory + " is no run directory, since it has neither " + SweepStore.MANIFEST
                        + " nor " + RunWriter.METRICS + ": name one that 'sweep' or 'evaluate' has written");
            }
            Configuration hadoop = spark.sparkContext().hadoopConfiguration();
            try (Lease lease = OutputLease.take(hadoop, directory)) {
                StagedFile.removeStaged(hadoop, directory);
                progress.step("writing the report");
                if (isSweep) {
                    sweep(spark, directory, lease);
                } else {
                    evaluation(spark, files, directory, lease);
                }
            }
            return new Path(directory, SweepReport.FILE).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sweep(SparkSession spark, Path directory, Lease lease) throws IOException {
        SweepStore store = SweepStore.held(spark, directory, lease);
        Manifest manifest = store.manifest();
        Summary summary = store.summary();
        Map<ModelKey, ModelResult> results = new LinkedHashMap<>();
        store.models(new ClassNames(manifest.classNames())).forEach(key -> results.put(key, store.result(key)));
        long seed = ReportData.shownSeed(List.copyOf(results.values()));
        Map<ModelKey, List<Score>> scores = store.scores(
                results.keySet().stream().filter(key -> key.seed() == seed).toList());
        new SweepReport(spark, store, results, scores)
                .write(manifest, summary, store.trend(), indices -> KeptImages.read(spark, directory));
    }

    private static void evaluation(SparkSession spark, FileSystem files, Path directory, Lease lease)
            throws IOException {
        RunMetrics metrics;
        try (InputStream in = files.open(new Path(directory, RunWriter.METRICS))) {
            metrics = Json.read(in, RunMetrics.class);
        }
        Map<String, List<Score>> scores = ScoreRows.read(spark, new Path(directory, "scores"));
        EvaluatedPair pair = new EvaluatedPair(metrics, scores).completedBy(new RankingEvaluator(spark));
        Map<ModelKey, List<Score>> byModel =
                pair.scores(scores.keySet().stream().map(pair::key).toList());
        Map<ModelKey, Path> pipelines = new LinkedHashMap<>();
        RunReport.planar(byModel).forEach(key -> pipelines.put(key, new Path(directory, "models/" + key.detector())));
        ReportData data =
                pair.report(new DecisionFunctions(spark).load(pipelines), indices -> KeptImages.read(spark, directory));
        StagedFile.write(
                spark.sparkContext().hadoopConfiguration(),
                new Path(directory, SweepReport.FILE),
                lease::requireHeld,
                out -> ReportPage.write(data, out));
    }
}
