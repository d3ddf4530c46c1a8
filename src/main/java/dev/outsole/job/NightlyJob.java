package dev.outsole.job;

import dev.outsole.config.NightlySettings;
import dev.outsole.config.Settings;
import dev.outsole.history.JudgedNight;
import dev.outsole.history.Night;
import dev.outsole.notice.NightNotice;
import dev.outsole.spark.HadoopPaths;
import dev.outsole.spark.Lease;
import dev.outsole.spark.Machines;
import dev.outsole.spark.Sessions;
import dev.outsole.work.Attempt;
import dev.outsole.work.Failure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code nightly}: read the history, sweep, judge the night, report, add the night to the history, tidy up. */
public final class NightlyJob {
    private static final Logger LOG = LoggerFactory.getLogger(NightlyJob.class);

    private final NightlySettings settings;
    private final NightlyRequest request;
    private final SweepJob sweep;
    private final Progress progress;
    private final NightNotice notice;
    private Optional<Outcome> added = Optional.empty();

    /** What the command shows at its end. */
    public record Outcome(SweepJob.Outcome sweep, JudgedNight night) {}

    /** A night that is not in the history yet. */
    private record Made(NightJudge.Judged judged, List<Row> pairs) {}

    /**
     * @param resumed run directory of a sweep to go on with
     * @param notice gets to know how the night goes
     */
    public NightlyJob(
            Settings settings,
            Optional<String> resumed,
            NightlyRequest request,
            Progress progress,
            NightNotice notice) {
        this.settings = settings.nightly();
        this.request = request;
        this.sweep = new SweepJob(settings, resumed, progress);
        this.progress = progress;
        this.notice = notice;
    }

    /**
     * Does it all. A night that is not judged, for whatever reason, is not in the history either; when it is there, nothing makes a failure of
     * it any more.
     */
    public Outcome run() {
        return run(() -> {
            try (SparkSession spark = Sessions.open("outsole nightly")) {
                return evaluate(spark);
            }
        });
    }

    /** The same in a session that is open already. */
    Outcome run(SparkSession spark) {
        return run(() -> evaluate(spark));
    }

    private Outcome run(Attempt.Work<Outcome> evaluation) {
        notice.begun(sweep.runId());
        Attempt<Outcome> attempt = Attempt.of(evaluation);
        if (attempt instanceof Attempt.Failed<Outcome> failed && added.isPresent()) {
            warn("after the night had been added", failed.failure());
            return added.get();
        }
        return attempt.orThrow();
    }

    private Outcome evaluate(SparkSession spark) throws IOException, InterruptedException {
        HistoryStore history = HistoryStore.open(spark, HadoopPaths.of(settings.history()));
        try (Lease lock = history.lock(sweep.runId())) {
            if (!request.replace()) {
                history.requireFree(request.date());
            }
            return night(spark, history, lock, history.nights());
        }
    }

    /** The run directory to go on with, once there is one. */
    public Optional<String> kept() {
        return sweep.kept();
    }

    /** @param before all nights that the history has */
    private Outcome night(SparkSession spark, HistoryStore history, Lease lock, List<JudgedNight> before)
            throws IOException, InterruptedException {
        List<Made> made = new ArrayList<>();
        SweepJob.Outcome swept = sweep.run(spark, finished -> {
            made.add(make(spark, history, before, finished));
            return Optional.of(made.get(0).judged().trend());
        });
        progress.step("adding the night to the history");
        Outcome outcome = new Outcome(swept, made.get(0).judged().night());
        noteReplaced(history, lock, before);
        history.add(lock, outcome.night(), made.get(0).pairs(), request.replace());
        Path report = new Path(swept.directory(), SweepReport.FILE);
        notice.added(outcome.night(), report.toString());
        added = Optional.of(outcome);
        showLatest(history, lock, outcome, report);
        orWarn("old run directories can't be removed", () -> removeOldRuns(spark, history));
        return outcome;
    }

    private Made make(SparkSession spark, HistoryStore history, List<JudgedNight> before, FinishedSweep finished)
            throws IOException {
        if (finished.results().isEmpty()) {
            throw new IllegalStateException(
                    "all models have failed: " + finished.summary().failed());
        }
        progress.step("judging the night");
        NightWriter writer = new NightWriter(request.date(), finished, Machines.of(spark));
        NightJudge judge = new NightJudge(settings, history, before);
        return new Made(judge.judge(writer.pairs()), writer.rows());
    }

    private void noteReplaced(HistoryStore history, Lease lock, List<JudgedNight> before) throws IOException {
        for (JudgedNight judged : before) {
            if (judged.night().date().equals(request.date())) {
                history.replaced().add(lock, judged.night());
            }
        }
    }

    private void showLatest(HistoryStore history, Lease lock, Outcome outcome, Path report) {
        orWarn("latest.html can't be brought up to date", () -> {
            Path latest = history.showLatest(lock, request.date(), report);
            notice.added(outcome.night(), latest.toString());
        });
    }

    private void removeOldRuns(SparkSession spark, HistoryStore history) throws IOException {
        if (settings.retain() > 0) {
            List<Night> nights =
                    history.nights().stream().map(JudgedNight::night).toList();
            new OldRuns(spark.sparkContext().hadoopConfiguration(), notice::warn)
                    .removeAllBut(settings.retain(), nights, history.replaced());
        }
    }

    private void orWarn(String what, Attempt.Action step) {
        if (Attempt.run(step) instanceof Attempt.Failed<Boolean> failed) {
            warn(what, failed.failure());
        }
    }

    private void warn(String what, Failure failure) {
        LOG.debug("{}", what, failure.thrown());
        notice.warn(what + ": " + failure.reason());
    }
}
