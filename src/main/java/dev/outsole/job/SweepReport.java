package dev.outsole.job;

import dev.outsole.history.Trend;
import dev.outsole.image.ClassNames;
import dev.outsole.report.page.Misranked;
import dev.outsole.report.page.ReportData;
import dev.outsole.report.page.ReportPage;
import dev.outsole.report.page.ShownImages;
import dev.outsole.report.page.ShownModel;
import dev.outsole.result.Score;
import dev.outsole.spark.DecisionFunctions;
import dev.outsole.svm.DecisionFunction;
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
    private final List<ModelResult> results;
    private final List<Shown> shown;

    /** A model that pairs are shown in detail with. */
    private record Shown(ModelKey key, ModelResult result, List<Score> scores) {}

    /** @param scores of the models of {@link ReportData#shownSeed} */
    SweepReport(
            SparkSession spark,
            SweepStore store,
            Map<ModelKey, ModelResult> results,
            Map<ModelKey, List<Score>> scores) {
        this.spark = spark;
        this.store = store;
        this.results = List.copyOf(results.values());
        this.shown = results.entrySet().stream()
                .filter(entry -> scores.containsKey(entry.getKey()))
                .map(entry ->
                        new Shown(entry.getKey(), entry.getValue(), scores.getOrDefault(entry.getKey(), List.of())))
                .toList();
    }

    /**
     * @param trend of a night's sweep
     * @param images gives those of these indices in the test split
     */
    void write(
            Manifest manifest, Summary summary, Optional<Trend> trend, Function<SortedSet<Integer>, ShownImages> images)
            throws IOException {
        ClassNames classes = new ClassNames(manifest.classNames());
        List<ShownModel> models = models();
        ReportData data = new ReportData(
                trend.isPresent() ? "nightly" : "sweep",
                manifest.start(),
                manifest.settings(),
                classes,
                summary,
                results,
                models,
                images.apply(Misranked.of(classes, models)),
                trend);
        store.write(FILE, out -> ReportPage.write(data, out));
    }

    private List<ShownModel> models() throws IOException {
        Map<ModelKey, Path> planar = new LinkedHashMap<>();
        for (Shown model : shown) {
            if (ShownModel.isPlanar(model.scores())) {
                planar.put(model.key(), store.pipeline(model.key()));
            }
        }
        Map<ModelKey, DecisionFunction> functions = new DecisionFunctions(spark).load(planar);
        return shown.parallelStream()
                .map(model -> new ShownModel(
                        model.key().normal(),
                        model.result(),
                        model.scores(),
                        Optional.ofNullable(functions.get(model.key())).map(DecisionGrids::of)))
                .toList();
    }
}
