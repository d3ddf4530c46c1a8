package dev.outsole.notice;

import dev.outsole.UserError;
import dev.outsole.history.JudgedNight;
import dev.outsole.work.Attempt;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of a night so far, and where it is told: a webhook and a metrics file. Once the night is in the history, whatever goes wrong is
 * a warning beside its outcome; before that the run has failed. Any thread may ask for it at any time.
 */
public final class NightNotice {
    private static final Logger LOG = LoggerFactory.getLogger(NightNotice.class);

    private final LocalDate date;
    private final Optional<MetricsFile> metrics;
    private final Map<String, String> environment;
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private volatile String urlFile = "";
    private volatile String run = "";
    private volatile Optional<Added> added = Optional.empty();

    private record Added(JudgedNight night, String link) {}

    /** @param environment may hold the webhook's address, see {@link SecretUrl} */
    public NightNotice(LocalDate date, Optional<Path> metricsFile, Map<String, String> environment) {
        this.date = date;
        this.metrics = metricsFile.map(MetricsFile::new);
        this.environment = Map.copyOf(environment);
    }

    /**
     * Says which file may hold the webhook's address, and checks both places before the work begins.
     *
     * @throws UserError if one of them is no good; the other is told of it nevertheless
     */
    public void open(String file) {
        urlFile = file;
        metrics.ifPresent(MetricsFile::requireWritable);
        SecretUrl.find(environment, file);
    }

    /** The night's run has this id. */
    public void begun(String id) {
        run = id;
    }

    /** The night is in the history; this is the path of the report to look at. */
    public void added(JudgedNight night, String link) {
        added = Optional.of(new Added(night, link));
    }

    /** Something went wrong that doesn't change what the night has come to. */
    public void warn(String warning) {
        LOG.warn("{}", warning);
        warnings.add(warning);
    }

    /** In the order of their coming. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /**
     * Tells how it has ended, in both places. Never fails: a place that can't be told is a word in the log.
     *
     * @param exitCode of the process
     * @param reason of a failure; of a night that is in the history, a warning
     * @param limit no attempt to reach the webhook goes on for longer
     */
    public void tell(int exitCode, Optional<String> reason, Duration limit) {
        if (added.isPresent()) {
            reason.ifPresent(warnings::add);
        }
        boolean interrupted = Thread.interrupted(); // or else nothing could be sent
        Attempt<Boolean> written = Attempt.run(() -> write(exitCode));
        if (written instanceof Attempt.Failed<Boolean> failed) {
            warn("the metrics can't be written: " + failed.failure().reason());
        }
        Attempt<Boolean> posted = Attempt.run(() -> post(exitCode, reason.orElse("no reason is known"), limit));
        if (posted instanceof Attempt.Failed<Boolean> failed) {
            LOG.warn(
                    "the webhook could not be told: {}",
                    failed.failure().thrown().getClass().getSimpleName());
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(int exitCode) throws Exception {
        if (metrics.isPresent()) {
            metrics.get().write(added.map(Added::night), exitCode, warnings.size(), Instant.now());
        }
    }

    private void post(int exitCode, String reason, Duration limit) throws InterruptedException {
        Optional<SecretUrl> url = SecretUrl.find(environment, urlFile);
        if (url.isPresent()) {
            new Webhook(url.get(), limit).post(message(exitCode, reason));
        }
    }

    private Message message(int exitCode, String reason) {
        return added.map(known -> Message.of(known.night(), known.link(), warnings(), exitCode))
                .orElseGet(() -> Message.failed(date, run, reason, exitCode));
    }
}
