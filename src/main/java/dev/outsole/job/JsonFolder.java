package dev.outsole.job;

import dev.outsole.json.Json;
import dev.outsole.spark.StagedFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Values in a folder, a JSON file {@code <name>.json} for each. A file comes whole, in one step; the folder comes with the first of them.
 *
 * @param <T> a record
 */
final class JsonFolder<T> {
    private static final String ENDING = ".json";

    private final Configuration hadoop;
    private final FileSystem files;
    private final Path folder;
    private final Class<T> type;

    JsonFolder(Configuration hadoop, FileSystem files, Path folder, Class<T> type) {
        this.hadoop = hadoop;
        this.files = files;
        this.folder = folder;
        this.type = type;
    }

    /** All of them, in any order. */
    List<T> all() throws IOException {
        List<T> all = new ArrayList<>();
        for (FileStatus file : listed()) {
            String name = file.getPath().getName();
            if (name.endsWith(ENDING) && !name.startsWith(".")) {
                try (InputStream in = files.open(file.getPath())) {
                    all.add(Json.read(in, type));
                }
            }
        }
        return all;
    }

    private FileStatus[] listed() throws IOException {
        try {
            return files.listStatus(folder);
        } catch (FileNotFoundException e) {
            return new FileStatus[0];
        }
    }

    /** @param condition that must hold when others see it, such as that the history is locked */
    void put(String name, T value, StagedFile.Condition condition) throws IOException {
        files.mkdirs(folder);
        StagedFile.write(hadoop, file(name), condition, out -> Json.write(out, value));
    }

    void remove(String name) throws IOException {
        files.delete(file(name), false);
    }

    private Path file(String name) {
        return new Path(folder, name + ENDING);
    }
}
