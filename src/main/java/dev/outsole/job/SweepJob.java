package dev.outsole.job;

import dev.outsole.autoencoder.Backend;
import dev.outsole.config.Settings;
import dev.outsole.config.SweepSettings;
import dev.outsole.detector.DetectorOptions;
import dev.outsole.detector.Detectors;
import dev.outsole.history.Trend;
import dev.outsole.image.ImageClass;
import dev.outsole.image.Split;
import dev.outsole.json.Json;
import dev.outsole.result.Stopwatch;
import dev.outsole.spark.ClusterMemory;
import dev.outsole.spark.EpochListener;
import dev.outsole.spark.HadoopPaths;
import dev.outsole.spark.ImageTable;
import dev.outsole.spark.Lease;
import dev.outsole.spark.OutputLease;
import dev.outsole.spark.Sessions;
import dev.outsole.sweep.Manifest;
import dev.outsole.sweep.ModelKey;
import dev.outsole.sweep.Summary;
import dev.outsole.sweep.SweepPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** {@code sweep}: every pair of classes, every detector, some seeds; models trained side by side, and kept one by one. */
public final class SweepJob {
    private final Settings allSettings;
    private final SweepSettings settings;
    private final SweepPlan plan;
    private final Optional<String> resumed;
    private final Progress progress;
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Stopwatch stopwatch = new Stopwatch();
    private volatile Optional<String> kept;

    /** @param resumed run directory of a sweep to go on with */
    public SweepJob(Settings settings, Optional<String> resumed, Progress progress) {
        this.allSettings = settings;
        this.settings = settings.sweep();
        this.plan = this.settings.plan();
        this.plan.detectors().forEach(Detectors::of);
        this.resumed = resumed;
        this.kept = resumed;
        this.progress = progress;
    }

    /** What the command shows at its end. */
    public record Outcome(Summary summary, String directory) {}

    /** Does it all, or what is missing of it. A run directory that another run writes to is known before Spark starts. */
    public Outcome run() throws InterruptedException {
        try (Lease lease = OutputLease.take(Sessions.hadoop(), directory());
                SparkSession spark = Sessions.open("outsole sweep")) {
            return lease.during(() -> run(spark, lease, finished -> Optional.empty()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What others make of a sweep whose models are all there, before its report is written. */
    interface Judge {
        /** Gives what the report shall say of it. */
        Optional<Trend> judge(FinishedSweep finished) throws IOException;
    }

    /** The same in a session that is open already. */
    Outcome run(SparkSession spark, Judge judge) throws InterruptedException, IOException {
        if (resumed.isPresent()) {
            SweepStore.open(spark, directory()).manifest();
        }
        try (Lease lease = OutputLease.take(spark.sparkContext().hadoopConfiguration(), directory())) {
            return lease.during(() -> run(spark, lease, judge));
        }
    }

    private Outcome run(SparkSession spark, Lease lease, Judge judge) throws InterruptedException, IOException {
        progress.step("loading images");
        ImageTable images = stopwatch.time("load", () -> Images.open(spark, settings.data()));
        foresee(spark, images);
        Manifest manifest = manifest(images);
        SweepStore store = openStore(spark, manifest, lease);
        kept = Optional.of(store.directory().toString());
        Map<String, String> failed = new ModelAccount(plan.models(), store::has).failures(train(spark, images, store));
        store.requireHeld();
        progress.step("summing up");
        Summary summary = report(spark, images, manifest, store, failed, judge);
        return new Outcome(summary, store.directory().toString());
    }

    /** The run directory to go on with, once there is one. */
    public Optional<String> kept() {
        return kept;
    }

    /** Asks whether all models can be fitted, before the first of them is. */
    private void foresee(SparkSession spark, ImageTable images) {
        DetectorOptions options = new DetectorOptions(
                images.info().shape(),
                settings.svm(),
                settings.neighbours(),
                settings.autoencoder(),
                EpochListener.SILENT);
        Map<ImageClass, Long> learnt = new HashMap<>();
        for (ModelKey key : plan.models()) {
            long rows = learnt.computeIfAbsent(key.normal(), normal -> learnt(images, key));
            new DetectorFit(spark.sparkContext(), key.normal(), options, progress)
                    .foresee(Detectors.of(key.detector()), rows);
        }
    }

    /** How many images a model learns from; counted only where the held-out ones decide whether they are too many. */
    private long learnt(ImageTable images, ModelKey key) {
        long all = images.info().count(Split.TRAIN, List.of(key.normal()));
        boolean few = all <= settings.svm().computing().maxRows();
        return few || settings.calibrationFraction() == 0
                ? all
                : Images.normal(images, key.normal(), settings.calibrationFraction(), key.seed())
                        .training()
                        .count();
    }

    /** The name of the run directory. */
    String runId() {
        return resumed.map(path -> HadoopPaths.of(path).getName()).orElse(RunTime.of(start) + "-sweep");
    }

    private Manifest manifest(ImageTable images) {
        return new Manifest(
                Build.current(),
                runId(),
                start.toString(),
                allSettings.asText(),
                images.info().sha256(),
                images.info().classes());
    }

    private Path directory() {
        return resumed.map(HadoopPaths::of).orElseGet(() -> new Path(HadoopPaths.of(settings.output()), runId()));
    }

    private SweepStore openStore(SparkSession spark, Manifest manifest, Lease lease) throws IOException {
        return resumed.isPresent()
                ? SweepStore.resume(spark, directory(), manifest, lease)
                : SweepStore.create(spark, directory(), manifest, lease);
    }

    private Map<String, String> train(SparkSession spark, ImageTable images, SweepStore store)
            throws InterruptedException {
        List<ModelKey> missing = plan.models().stream()
                .filter(model -> !store.has(model))
                .sorted(Comparator.comparing(SweepJob::learnsLong).reversed())
                .toList();
        Backend.load();
        try (ClusterMemory memory = ClusterMemory.open()) {
            List<ImageClass> classes = images.info().classNames().all();
            TestImages test = new TestImages(
                    memory.cache(Images.test(images, classes)), images.info().count(Split.TEST, classes));
            SweepModel model = new SweepModel(spark, allSettings, images, test, store);
            long begin = System.nanoTime();
            Map<String, String> failed = new SweepTraining(model::run, () -> concurrency(spark), progress).run(missing);
            stopwatch.add("models", System.nanoTime() - begin);
            return failed;
        }
    }

    /** The longest first, so that no core idles at the end while another trains. */
    private static boolean learnsLong(ModelKey model) {
        return Detectors.of(model.detector()).trainsNetwork();
    }

    private int concurrency(SparkSession spark) {
        return settings.concurrency() > 0 ? settings.concurrency() : Sessions.slots(spark);
    }

    /** From what the run directory holds, whichever run has put it there. The summary comes last: with it the sweep is whole. */
    private Summary report(
            SparkSession spark,
            ImageTable images,
            Manifest manifest,
            SweepStore store,
            Map<String, String> failed,
            Judge judge)
            throws IOException {
        SweepSummary sums = new SweepSummary(plan, store);
        SweepTables tables = new SweepTables(sums.results());
        store.writeFolder(
                SweepStore.RESULTS, folder -> tables.pairs(spark).write().parquet(folder));
        store.write("auc.csv", tables::writePairs);
        store.write("one-vs-rest.csv", tables::writeOneVsRest);
        Summary summary = sums.of(manifest, failed, stopwatch.seconds());
        Optional<Trend> trend = judge.judge(new FinishedSweep(store, manifest, summary, sums.byModel()));
        progress.step("writing the report");
        if (trend.isPresent()) {
            store.write(SweepStore.TREND, out -> Json.write(out, trend.get()));
        }
        SweepReport report = new SweepReport(spark, store, sums.byModel(), sums.shown());
        report.write(manifest, summary, trend, indices -> KeptImages.keep(spark, images, indices, store::writeFolder));
        store.write(SweepStore.SUMMARY, out -> Json.write(out, summary));
        return summary;
    }
}
