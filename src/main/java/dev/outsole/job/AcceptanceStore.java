package dev.outsole.job;

import dev.outsole.history.Acceptance;
import dev.outsole.spark.Lease;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Accepted baselines of a history: {@code accepted/2026-11-24-….json}, a file for each, which is never changed. So none is lost even where
 * two are written at once.
 */
final class AcceptanceStore {
    private final JsonFolder<Acceptance> acceptances;

    AcceptanceStore(Configuration hadoop, FileSystem files, Path folder) {
        this.acceptances = new JsonFolder<>(hadoop, files, folder, Acceptance.class);
    }

    /** All of them, in the order of their nights and then as they were given. */
    List<Acceptance> all() throws IOException {
        return acceptances.all().stream()
                .sorted(Comparator.comparing(Acceptance::date).thenComparing(Acceptance::when))
                .toList();
    }

    /** Adds one, if the history is locked still. */
    void add(Lease lock, Acceptance acceptance) throws IOException {
        acceptances.put(acceptance.date() + "-" + UUID.randomUUID(), acceptance, lock::requireHeld);
    }
}
