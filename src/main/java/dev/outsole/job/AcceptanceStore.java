package dev.outsole.job;

import dev.outsole.history.Acceptance;
import dev.outsole.json.Json;
import dev.outsole.spark.StagedFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Accepted baselines of a history: {@code accepted/2026-11-24-….json}, a file for each, which comes in one step and is never changed. So none
 * is lost even where two are written at once.
 */
final class AcceptanceStore {
    private final Configuration hadoop;
    private final FileSystem files;
    private final Path folder;

    AcceptanceStore(Configuration hadoop, FileSystem files, Path folder) {
        this.hadoop = hadoop;
        this.files = files;
        this.folder = folder;
    }

    /** All of them, in the order of their nights and then as they were given. */
    List<Acceptance> all() throws IOException {
        List<Acceptance> all = new ArrayList<>();
        for (FileStatus file : listed()) {
            String name = file.getPath().getName();
            if (name.endsWith(".json") && !name.startsWith(".")) {
                try (InputStream in = files.open(file.getPath())) {
                    all.add(Json.read(in, Acceptance.class));
                }
            }
        }
        all.sort(Comparator.comparing(Acceptance::date).thenComparing(Acceptance::when));
        return all;
    }

    private FileStatus[] listed() throws IOException {
        try {
            return files.listStatus(folder);
        } catch (FileNotFoundException e) {
            return new FileStatus[0];
        }
    }

    /** Adds one; the history must be locked. */
    void add(Acceptance acceptance) throws IOException {
        files.mkdirs(folder);
        StagedFile.write(
                hadoop,
                new Path(folder, acceptance.date() + "-" + UUID.randomUUID() + ".json"),
                out -> Json.write(out, acceptance));
    }
}
