package dev.outsole.job;

import dev.outsole.config.NightlySettings;
import dev.outsole.config.Settings;
import dev.outsole.history.Gate;
import dev.outsole.history.JudgedNight;
import dev.outsole.notice.Message;
import dev.outsole.notice.NightMetrics;
import dev.outsole.notice.SecretUrl;
import dev.outsole.notice.Webhook;
import dev.outsole.spark.HadoopPaths;
import dev.outsole.spark.Lease;
import dev.outsole.spark.Machines;
import dev.outsole.spark.Sessions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code nightly}: sweep, judge the night by the history, report, add it to the history, tell, tidy up. */
public final class NightlyJob {
    private static final Logger LOG = LoggerFactory.getLogger(NightlyJob.class);

    private final NightlySettings settings;
    private final NightlyRequest request;
    private final SweepJob sweep;
    private final Progress progress;
    private final Optional<Webhook> webhook;

    /** What the command shows at its end. */
    public record Outcome(SweepJob.Outcome sweep, JudgedNight night) {}

    /** A night that is not in the history yet. */
    private record Made(NightJudge.Judged judged, List<Row> pairs) {}

    /** @param resumed run directory of a sweep to go on with */
    public NightlyJob(Settings settings, Optional<String> resumed, NightlyRequest request, Progress progress) {
        this.settings = settings.nightly();
        this.request = request;
        this.sweep = new SweepJob(settings, resumed, progress);
        this.progress = progress;
        this.webhook =
                SecretUrl.find(System.getenv(), this.settings.notifyUrlFile()).map(Webhook::new);
        request.metricsFile().ifPresent(NightMetrics::requireFolder);
    }

    /** Does it all. A night that is not judged, for whatever reason, is not in the history either. */
    public Outcome run() throws InterruptedException {
        try (SparkSession spark = Sessions.open("outsole nightly")) {
            HistoryStore history = HistoryStore.open(spark, HadoopPaths.of(settings.history()));
            try (Lease lock = history.lock(sweep.runId())) {
                requireFree(history);
                return announced(() -> night(spark, history, lock));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The run directory to go on with, once there is one. */
    public Optional<String> kept() {
        return sweep.kept();
    }

    private void requireFree(HistoryStore history) throws IOException {
        if (!request.replace()) {
            history.requireFree(request.date());
        }
    }

    private interface Work {
        Outcome run() throws IOException, InterruptedException;
    }

    /** A run that fails is told of as well. */
    private Outcome announced(Work work) throws IOException, InterruptedException {
        try {
            return work.run();
        } catch (IOException | RuntimeException e) {
            tell(Message.failed(request.date(), sweep.runId(), String.valueOf(e.getMessage())));
            writeMetrics(NightMetrics.failed(Instant.now()));
            throw e;
        }
    }

    private Outcome night(SparkSession spark, HistoryStore history, Lease lock)
            throws IOException, InterruptedException {
        List<Made> made = new ArrayList<>();
        SweepJob.Outcome swept = sweep.run(spark, finished -> {
            made.add(make(spark, history, finished));
            return Optional.of(made.get(0).judged().trend());
        });
        Made night = made.get(0);
        progress.step("adding the night to the history");
        history.add(lock, night.judged().night(), night.pairs(), request.replace());
        Path report = showLatest(history, new Path(swept.directory(), SweepReport.FILE));
        writeMetrics(NightMetrics.of(night.judged().night(), Instant.now()));
        tell(Message.of(night.judged().night(), report.toString()));
        removeOldRuns(spark, history);
        return new Outcome(swept, night.judged().night());
    }

    /** The night is in the history by now, so a page that can't be written is no failure of its run. Gives the page to look at. */
    private Path showLatest(HistoryStore history, Path report) {
        try {
            return history.showLatest(request.date(), report);
        } catch (IOException e) {
            LOG.warn("latest.html can't be brought up to date, look at {}: {}", report, e.toString());
            return report;
        }
    }

    private Made make(SparkSession spark, HistoryStore history, FinishedSweep finished) throws IOException {
        if (finished.results().isEmpty()) {
            throw new IllegalStateException(
                    "all models have failed: " + finished.summary().failed());
        }
        progress.step("judging the night");
        NightWriter writer = new NightWriter(request.date(), finished, Machines.of(spark));
        NightJudge judge = new NightJudge(new Gate(settings.gate()), history);
        return new Made(judge.judge(writer.pairs()), writer.rows());
    }

    private void tell(Message message) throws InterruptedException {
        if (webhook.isPresent()) {
            webhook.get().post(message);
        }
    }

    /** Metrics that can't be written are no reason to lose a night. */
    private void writeMetrics(String metrics) {
        request.metricsFile().ifPresent(file -> {
            try {
                NightMetrics.write(file, metrics);
            } catch (IOException e) {
                LOG.warn("the metrics can't be written to {}: {}", file, e.toString());
            }
        });
    }

    private void removeOldRuns(SparkSession spark, HistoryStore history) throws IOException {
        if (settings.retain() > 0) {
            new OldRuns(spark.sparkContext().hadoopConfiguration())
                    .removeAllBut(
                            settings.retain(),
                            history.nights().stream().map(JudgedNight::night).toList());
        }
    }
}
