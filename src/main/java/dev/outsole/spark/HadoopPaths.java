package dev.outsole.spark;

import dev.outsole.UserError;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Hadoop paths as users write them. Hadoop itself meets a bad one with an {@link IllegalArgumentException}, as if it were a bug. */
public final class HadoopPaths {

    private HadoopPaths() {}

    /**
     * The path that a text stands for.
     *
     * @throws UserError if it stands for none
     */
    public static Path of(String text) {
        try {
            return new Path(text);
        } catch (IllegalArgumentException e) {
            throw new UserError(
                    "'" + text + "' is no path (" + e.getMessage()
                            + "): give one such as runs, file:/data/runs or hdfs://host/runs",
                    e);
        }
    }

    /**
     * Where the path is.
     *
     * @throws IOException if there is no such file system, or no such host
     */
    public static FileSystem fileSystem(Path path, Configuration hadoop) throws IOException {
        try {
            return path.getFileSystem(hadoop);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /**
     * What a folder holds, in the order of the names; nothing if it doesn't exist. For what a path says, not for what a pattern matches, such
     * as {@link FileSystem#globStatus} takes a path for.
     */
    public static List<Path> within(FileSystem files, Path folder) throws IOException {
        try {
            return Arrays.stream(files.listStatus(folder))
                    .map(FileStatus::getPath)
                    .filter(path -> !path.equals(folder)) // a file is listed as itself
                    .sorted()
                    .toList();
        } catch (FileNotFoundException e) {
            return List.of();
        }
    }
}
