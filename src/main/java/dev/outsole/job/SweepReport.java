package dev.outsole.job;

import dev.outsole.history.Trend;
import dev.outsole.report.page.ReportData;
import dev.outsole.report.page.ReportPage;
import dev.outsole.report.page.ShownImages;
import dev.outsole.result.Score;
import dev.outsole.spark.DecisionFunctions;
import dev.outsole.sweep.Manifest;
import dev.outsole.sweep.ModelKey;
import dev.outsole.sweep.ModelResult;
import dev.outsole.sweep.Summary;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** Writes a sweep's {@code report.html} from what its run directory holds. */
final class SweepReport {
    static final String FILE = "report.html";

    private final SparkSession spark;
    private final SweepStore store;
    private final Map<ModelKey, ModelResult> results;
    private final Map<ModelKey, List<Score>> scores;

    /** @param scores of the models of {@link ReportData#shownSeed} */
    SweepReport(
            SparkSession spark,
            SweepStore store,
            Map<ModelKey, ModelResult> results,
            Map<ModelKey, List<Score>> scores) {
        this.spark = spark;
        this.store = store;
        this.results = results;
        this.scores = scores;
    }

    /**
     * @param trend of a night's sweep
     * @param images gives those of these indices in the test split
     */
    void write(
            Manifest manifest, Summary summary, Optional<Trend> trend, Function<SortedSet<Integer>, ShownImages> images)
            throws IOException {
        Map<ModelKey, Path> pipelines = new LinkedHashMap<>();
        RunReport.planar(scores).forEach(key -> pipelines.put(key, store.pipeline(key)));
        ReportData data = new RunReport(trend.isPresent() ? "nightly" : "sweep", manifest, summary, trend, results)
                .data(scores, new DecisionFunctions(spark).load(pipelines), images);
        store.write(FILE, out -> ReportPage.write(data, out));
    }
}
