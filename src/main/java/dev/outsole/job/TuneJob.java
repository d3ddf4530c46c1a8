package dev.outsole.job;

import dev.outsole.config.Settings;
import dev.outsole.config.TuneSettings;
import dev.outsole.json.Json;
import dev.outsole.neighbour.ImageNeighbourOptions;
import dev.outsole.spark.HadoopPaths;
import dev.outsole.spark.ImageTable;
import dev.outsole.spark.Sessions;
import dev.outsole.spark.StagedDirectory;
import dev.outsole.tune.SearchResult;
import dev.outsole.tune.Trial;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** {@code tune}: chooses settings of the detector {@code neighbours} by normal images alone. */
public final class TuneJob {
    /** Written last: by it readers know a run directory that is complete. */
    static final String TUNING = "tuning.json";

    static final String TRIALS = "trials.csv";
    static final String CHOSEN = "tuned.conf";

    private final TuneSettings settings;
    private final Progress progress;
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    public TuneJob(Settings settings, Progress progress) {
        this.settings = settings.tune();
        this.progress = progress;
    }

    /**
     * What the command shows at its end.
     *
     * @param inForce the settings so far
     */
    public record Outcome(SearchResult result, ImageNeighbourOptions inForce, String directory) {}

    /** Does it all; the run directory is complete or absent. */
    public Outcome run() {
        try (SparkSession spark = Sessions.open("outsole tune");
                StagedDirectory directory =
                        StagedDirectory.create(spark.sparkContext().hadoopConfiguration(), runDirectory(), TUNING)) {
            SearchResult result = directory.filled(() -> {
                progress.step("loading images");
                ImageTable images = Images.open(spark, settings.data());
                SearchResult found = search(spark, images);
                write(directory, found, images);
                return found;
            });
            return new Outcome(result, settings.neighbours(), directory.target().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path runDirectory() {
        return new Path(HadoopPaths.of(settings.output()), RunTime.of(start) + "-tune");
    }

    private SearchResult search(SparkSession spark, ImageTable images) {
        SettingSearch search = new SettingSearch(
                JavaSparkContext.fromSparkContext(spark.sparkContext()), images, settings.seed(), progress);
        Map<String, List<Trial>> trials = new LinkedHashMap<>();
        settings.normals().forEach(normal -> trials.put(normal.name(), search.run(normal)));
        return new SearchResult(trials);
    }

    private void write(StagedDirectory directory, SearchResult result, ImageTable images) throws IOException {
        try (OutputStream out = directory.newFile(TRIALS)) {
            TuningTables.write(result, out);
        }
        try (OutputStream out = directory.newFile(CHOSEN)) {
            out.write(TuningTables.settingsFile(result.ranked().get(0)).getBytes(StandardCharsets.UTF_8));
        }
        Json.write(
                directory.newFile(TUNING),
                new TuningRun(
                        Build.current(),
                        runDirectory().getName(),
                        start.toString(),
                        settings.seed(),
                        images.info().sha256(),
                        List.copyOf(result.trials().keySet()),
                        result.ranked().get(0).options(),
                        result.ranked()));
    }
}
