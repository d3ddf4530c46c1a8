package dev.outsole.job;

import dev.outsole.UserError;
import dev.outsole.history.Acceptance;
import dev.outsole.history.JudgedNight;
import dev.outsole.history.Night;
import dev.outsole.spark.HadoopPaths;
import dev.outsole.spark.Lease;
import dev.outsole.spark.Sessions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** {@code accept}: a night's figures are as they should be, and the nights after it are judged by them. */
public final class AcceptJob {
    private final String folder;
    private final AcceptRequest request;

    public AcceptJob(String folder, AcceptRequest request) {
        this.folder = folder;
        this.request = request;
    }

    /**
     * Adds it to the history.
     *
     * @throws UserError if the history has no such night, the night no such detector, or all of it is accepted already
     */
    public Acceptance run() {
        try (SparkSession spark = Sessions.open("outsole accept")) {
            return accept(HistoryStore.open(spark, HadoopPaths.of(folder)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The night is looked for once more under the lock, before which it may have been replaced. */
    Acceptance accept(HistoryStore history) throws IOException {
        night(history);
        try (Lease lock = history.lock("accept-" + request.date())) {
            Acceptance acceptance = acceptance(night(history));
            requireNew(history, acceptance);
            history.acceptances().add(lock, acceptance);
            return acceptance;
        }
    }

    private Night night(HistoryStore history) throws IOException {
        List<Night> nights = history.nights().stream().map(JudgedNight::night).toList();
        return nights.stream()
                .filter(night -> night.date().equals(request.date()))
                .findFirst()
                .orElseThrow(() -> new UserError("the history in " + folder + " has no night of " + request.date()
                        + (nights.isEmpty()
                                ? ", nor any other: name the folder that 'nightly --history' adds to"
                                : ": its last one is "
                                        + nights.get(nights.size() - 1).date())));
    }

    private Acceptance acceptance(Night night) {
        List<String> detectors = request.detectors().isEmpty() ? night.detectors() : request.detectors();
        for (String detector : detectors) {
            if (!night.detectors().contains(detector)) {
                throw new UserError("the night of " + night.date() + " has no detector '" + detector
                        + "': choose among " + String.join(", ", night.detectors()));
            }
        }
        return new Acceptance(
                night.date().toString(),
                night.run(),
                detectors,
                request.why(),
                System.getProperty("user.name", "somebody"),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** Said twice it would only be shown twice. */
    private static void requireNew(HistoryStore history, Acceptance acceptance) throws IOException {
        for (Acceptance before : history.acceptances().all()) {
            if (before.date().equals(acceptance.date())
                    && before.run().equals(acceptance.run())
                    && before.detectors().containsAll(acceptance.detectors())) {
                throw new UserError("the night of " + acceptance.date() + " is accepted already: " + before.text());
            }
        }
    }
}
