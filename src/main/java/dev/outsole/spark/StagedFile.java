package dev.outsole.spark;

import dev.outsole.work.Attempt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A file that is complete or as it was before: it is written under a temporary name beside its target, synced to disk, then takes that one's. An object
 * store shows a file when it is closed, whole; there the content is made first, so that a failure in it closes nothing.
 */
public final class StagedFile {

    private StagedFile() {}

    /** Writes a file's content; may close the stream. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** What must hold right before others see the file. */
    public interface Condition {
        /** Throws if it doesn't. */
        void require() throws IOException;
    }

    /** Writes a file in place of one that may be there. */
    public static void write(Configuration hadoop, Path target, Content content) throws IOException {
        write(hadoop, target, () -> {}, content);
    }

    /** The same, if a condition holds when the content is made, such as {@link Lease#requireHeld}. */
    public static void write(Configuration hadoop, Path target, Condition condition, Content content)
            throws IOException {
        FileSystem files = target.getFileSystem(hadoop);
        if (Storage.renamesAtOnce(files)) {
            rename(hadoop, Storage.plain(files), target, condition, content);
        } else {
            put(files, target, condition, content);
        }
    }

    /**
     * Removes what processes that have died staged in a folder, files and folders, once nobody else may write there; a process that was only
     * stopped then has nothing to rename.
     */
    public static void removeStaged(Configuration hadoop, Path folder) throws IOException {
        FileSystem files = HadoopPaths.fileSystem(folder, hadoop);
        for (Path entry : HadoopPaths.within(files, folder)) {
            if (Storage.targetOf(entry).isPresent()) {
                Storage.plain(files).delete(entry, true);
            }
        }
    }

    private static void rename(
            Configuration hadoop, FileSystem plain, Path target, Condition condition, Content content)
            throws IOException {
        Path staging = Storage.temporary(target);
        Attempt.run(() -> {
                    try (OutputStream out = SyncedFile.create(plain, staging, false)) {
                        content.writeTo(out);
                    }
                    condition.require();
                    Storage.moveOver(hadoop, plain, staging, target);
                })
                .ifFailed(() -> plain.delete(staging, false))
                .orThrow();
        DiskSync.name(plain, target);
    }

    private static void put(FileSystem files, Path target, Condition condition, Content content) throws IOException {
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        content.writeTo(made);
        condition.require();
        try (OutputStream out = SyncedFile.create(files, target, true)) {
            made.writeTo(out);
        }
    }
}
