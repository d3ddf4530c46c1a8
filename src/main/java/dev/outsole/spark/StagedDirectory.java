package dev.outsole.spark;

import dev.outsole.UserError;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A directory that is complete or absent: it is written under a temporary name beside its target, and {@link #commit()} gives it its
 * real name in one rename. Closed without a commit, or when the JVM is told to end, it leaves nothing behind.
 */
public final class StagedDirectory implements Closeable {
    private final Configuration hadoop;
    private final FileSystem files;
    private final Path target;
    private final Path staging;

    private StagedDirectory(Configuration hadoop, FileSystem files, Path target, Path staging) {
        this.hadoop = hadoop;
        this.files = files;
        this.target = target;
        this.staging = staging;
    }

    /**
     * Makes the temporary directory, so that a place that can't be written to is known before any work is done.
     *
     * @throws UserError if the target exists, or can't be written to
     */
    public static StagedDirectory create(Configuration hadoop, Path wanted) {
        try {
            FileSystem files = HadoopPaths.fileSystem(wanted, hadoop);
            Path target = files.makeQualified(wanted);
            if (files.exists(target)) {
                throw new UserError(target + " exists already: choose another place, or remove it");
            }
            Path staging = new Path(target.getParent(), "." + target.getName() + ".tmp-" + UUID.randomUUID());
            if (!files.mkdirs(staging)) {
                throw new IOException("mkdir failed");
            }
            files.deleteOnExit(staging);
            return new StagedDirectory(hadoop, files, target, staging);
        } catch (IOException e) {
            throw new UserError(
                    "can't write to " + wanted + " (" + reason(e) + "): choose a folder that can be written to", e);
        }
    }

    private static String reason(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }

    /** Where the directory is until the commit. */
    public Path folder() {
        return staging;
    }

    /** Where a part of the directory is written until the commit. */
    public Path resolve(String part) {
        return new Path(staging, part);
    }

    /** Where the directory is after the commit. */
    public Path target() {
        return target;
    }

    /** A new file in the directory, without the side file of checksums that Hadoop would put beside it on a local disk. */
    public OutputStream newFile(String name) throws IOException {
        FileSystem plain = files instanceof LocalFileSystem local ? local.getRawFileSystem() : files;
        return plain.create(resolve(name), false);
    }

    /** Gives the directory its real name. If somebody else has taken it meanwhile, theirs stays. */
    public void commit() throws IOException {
        try {
            FileContext.getFileContext(target.toUri(), hadoop).rename(staging, target);
        } catch (FileAlreadyExistsException e) {
            throw new UserError(
                    target + " was made by somebody else meanwhile: it stays as it is, and this result is dropped", e);
        }
    }

    /** Removes the temporary directory if it wasn't committed. */
    @Override
    public void close() throws IOException {
        files.delete(staging, true);
        files.cancelDeleteOnExit(staging);
    }
}
