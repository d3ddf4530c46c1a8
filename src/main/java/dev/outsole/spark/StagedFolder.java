package dev.outsole.spark;

import dev.outsole.work.Attempt;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A folder, such as a table of Spark's, that comes in one step; on an object store it is written in place, and readers must go by a file that is
 * written later. None is replaced: two steps would be needed, and a run that was stopped between asking for its lease and the first of them
 * would remove what another has put there since.
 */
public final class StagedFolder {

    private StagedFolder() {}

    /** Writes a folder's content. */
    public interface Content {
        /**
         * Writes all of it.
         *
         * @param folder that is not there yet
         */
        void writeTo(String folder) throws IOException;
    }

    /**
     * Writes a folder aside, and puts it into its place.
     *
     * @param condition that must hold when the content is made, such as {@link Lease#requireHeld}
     * @throws FileAlreadyExistsException if there is one
     */
    public static void write(Configuration hadoop, Path target, StagedFile.Condition condition, Content content)
            throws IOException {
        FileSystem files = HadoopPaths.fileSystem(target, hadoop);
        if (!Storage.renamesAtOnce(files)) {
            condition.require();
            if (files.exists(target)) {
                throw new FileAlreadyExistsException(target.toString());
            }
            content.writeTo(target.toString());
            return;
        }
        Path staging = Storage.temporary(target);
        Attempt.run(() -> {
                    content.writeTo(staging.toString());
                    WrittenParts.require(files, staging);
                    DiskSync.contents(files, staging);
                    condition.require();
                    Storage.moveToNew(hadoop, files, staging, target);
                })
                .ifFailed(() -> files.delete(staging, true))
                .orThrow();
        DiskSync.name(files, target);
    }
}
