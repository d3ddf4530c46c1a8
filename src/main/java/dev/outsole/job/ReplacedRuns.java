package dev.outsole.job;

import dev.outsole.history.Night;
import dev.outsole.spark.Lease;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Runs whose nights were replaced: {@code replaced/<run>.json} in the history's folder, so that their run directories are found when old ones
 * are removed. A run is noted before its night is replaced, and forgotten when its directory is gone.
 */
final class ReplacedRuns {
    private final JsonFolder<Note> notes;

    ReplacedRuns(Configuration hadoop, FileSystem files, Path folder) {
        this.notes = new JsonFolder<>(hadoop, files, folder, Note.class);
    }

    /** What is noted, as JSON; the date is ISO 8601. */
    private record Note(String date, String run, String directory) {}

    /** Notes the run of a night that is to be replaced, if the history is locked still. */
    void add(Lease lock, Night night) throws IOException {
        notes.put(night.run(), new Note(night.date().toString(), night.run(), night.directory()), lock::requireHeld);
    }

    /** All that are noted. */
    List<NightRun> all() throws IOException {
        return notes.all().stream()
                .map(note -> new NightRun(LocalDate.parse(note.date()), note.run(), note.directory()))
                .toList();
    }

    void forget(NightRun run) throws IOException {
        notes.remove(run.run());
    }
}
