package dev.outsole.job;

import dev.outsole.history.Night;
import dev.outsole.json.Json;
import dev.outsole.spark.StagedFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Runs whose nights were replaced: {@code replaced/<run>.json} in the history's folder, so that their run directories are found when old ones
 * are removed. A run is noted before its night is replaced, and forgotten when its directory is gone.
 */
final class ReplacedRuns {
    private final Configuration hadoop;
    private final FileSystem files;
    private final Path folder;

    ReplacedRuns(Configuration hadoop, FileSystem files, Path folder) {
        this.hadoop = hadoop;
        this.files = files;
        this.folder = folder;
    }

    /** What is noted, as JSON; the date is ISO 8601. */
    private record Note(String date, String run, String directory) {}

    private Path file(String run) {
        return new Path(folder, run + ".json");
    }

    /** Notes the run of a night that is to be replaced; the history must be locked. */
    void add(Night night) throws IOException {
        files.mkdirs(folder);
        Note note = new Note(night.date().toString(), night.run(), night.directory());
        StagedFile.write(hadoop, file(night.run()), out -> Json.write(out, note));
    }

    /** All that are noted. */
    List<NightRun> all() throws IOException {
        List<NightRun> runs = new ArrayList<>();
        for (FileStatus file : listed()) {
            String name = file.getPath().getName();
            if (name.endsWith(".json") && !name.startsWith(".")) {
                try (InputStream in = files.open(file.getPath())) {
                    Note note = Json.read(in, Note.class);
                    runs.add(new NightRun(LocalDate.parse(note.date()), note.run(), note.directory()));
                }
            }
        }
        return runs;
    }

    private FileStatus[] listed() throws IOException {
        try {
            return files.listStatus(folder);
        } catch (FileNotFoundException e) {
            return new FileStatus[0];
        }
    }

    void forget(NightRun run) throws IOException {
        files.delete(file(run.run()), false);
    }
}
