package dev.outsole.spark;

import dev.outsole.UserError;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Holds what Spark says it has written against what is there. On a cluster whose machines share no disk, a {@code file:} path leads each
 * executor to its own: Spark then finds nothing to commit, and calls that a success.
 */
final class WrittenParts {
    private static final String SUCCESS = "_SUCCESS";

    private WrittenParts() {}

    /**
     * Goes through a folder and those in it.
     *
     * @throws UserError if Spark has finished writing one, and none of its parts is there
     */
    static void require(FileSystem files, Path folder) throws IOException {
        List<FileStatus> entries = Arrays.asList(files.listStatus(folder));
        List<String> names =
                entries.stream().map(entry -> entry.getPath().getName()).toList();
        if (names.contains(SUCCESS) && names.stream().noneMatch(name -> name.startsWith("part-"))) {
            throw new UserError("the executors have written " + folder.getName()
                    + " where the driver doesn't see it, to disks of their own: name folders that all machines share,"
                    + " such as hdfs: or s3a:, with --output and --table");
        }
        for (FileStatus entry : entries) {
            if (entry.isDirectory()) {
                require(files, entry.getPath());
            }
        }
    }
}
