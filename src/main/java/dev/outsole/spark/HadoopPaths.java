package dev.outsole.spark;

import dev.outsole.UserError;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
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
}
