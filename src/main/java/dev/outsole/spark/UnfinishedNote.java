package dev.outsole.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A file in a directory that is written in its place, as on an object store: a run has made the directory, and is not done with it. It names
 * the directory's marker, and goes when that has come. What a dead run left is known by it; a directory without it may be anybody's, and
 * is not removed.
 */
final class UnfinishedNote {
    private static final String NAME = "_unfinished";

    private UnfinishedNote() {}

    /** Leaves it in a new directory. */
    static void leave(FileSystem files, Path directory, String marker) throws IOException {
        try (OutputStream out = SyncedFile.create(files, new Path(directory, NAME), false)) {
            out.write(marker.getBytes(UTF_8));
        }
    }

    /** Removes it from a directory that is complete. */
    static void remove(FileSystem files, Path directory) throws IOException {
        files.delete(new Path(directory, NAME), false);
    }

    /**
     * Removes a directory that a dead run left unfinished, or the note from one that it left complete. Nobody else may write to it
     * meanwhile.
     */
    static void tidy(FileSystem files, Path directory) throws IOException {
        Optional<String> marker = read(files, directory);
        if (marker.isEmpty()) {
            return;
        }
        if (files.exists(new Path(directory, marker.get()))) {
            remove(files, directory);
        } else {
            files.delete(directory, true);
        }
    }

    private static Optional<String> read(FileSystem files, Path directory) throws IOException {
        try (InputStream in = files.open(new Path(directory, NAME))) {
            return Optional.of(new String(in.readAllBytes(), UTF_8));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }
}
