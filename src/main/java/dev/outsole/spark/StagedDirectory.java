package dev.outsole.spark;

import dev.outsole.UserError;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A directory that is complete or absent: it is written under a temporary name beside its target, and {@link #commit()} gives it its
 * real name in one rename. Closed without a commit, or when the JVM is told to end, it leaves nothing behind.
 *
 * <p>An object store can't rename in one step. There the parts are written in place, and the one file that readers look for, the
 * marker, is written last: without its marker a directory is no result, whatever else it holds.
 */
public final class StagedDirectory implements Closeable {
    private final Configuration hadoop;
    private final FileSystem files;
    private final Path target;
    private final Path place;
    private final String marker;
    private final ByteArrayOutputStream markerContent = new ByteArrayOutputStream();
    private boolean settled;

    private StagedDirectory(Configuration hadoop, FileSystem files, Path target, Path place, String marker) {
        this.hadoop = hadoop;
        this.files = files;
        this.target = target;
        this.place = place;
        this.marker = marker;
    }

    /**
     * Makes the directory that is written to, so that a place that can't be written to is known before any work is done.
     *
     * @param marker name of the file by which readers know that the directory is complete
     * @throws UserError if the target exists, or can't be written to
     */
    public static StagedDirectory create(Configuration hadoop, Path wanted, String marker) {
        try {
            FileSystem files = HadoopPaths.fileSystem(wanted, hadoop);
            Path target = files.makeQualified(wanted);
            requireAbsent(files, target, marker);
            Path place = Storage.renamesAtOnce(files) ? Storage.temporary(target) : target;
            if (!files.mkdirs(place)) {
                throw new IOException("mkdir failed");
            }
            files.deleteOnExit(place);
            return new StagedDirectory(hadoop, files, target, place, marker);
        } catch (IOException e) {
            throw new UserError(
                    "can't write to " + wanted + " (" + reason(e) + "): choose a folder that can be written to", e);
        }
    }

    private static void requireAbsent(FileSystem files, Path target, String marker) throws IOException {
        if (!files.exists(target)) {
            return;
        }
        boolean unfinished = !Storage.renamesAtOnce(files) && !files.exists(new Path(target, marker));
        throw new UserError(target + " exists already"
                + (unfinished ? ", without " + marker + " (of a run that is going on, or was ended)" : "")
                + ": choose another place, or remove it");
    }

    private static String reason(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }

    /** Where the directory is until the commit. */
    public Path folder() {
        return place;
    }

    /** Where a part of the directory is written until the commit. */
    public Path resolve(String part) {
        return new Path(place, part);
    }

    /** Where the directory is after the commit. */
    public Path target() {
        return target;
    }

    /** A new file in the directory; the marker is held back until the commit. */
    public OutputStream newFile(String name) throws IOException {
        return name.equals(marker) ? markerContent : Storage.plain(files).create(resolve(name), false);
    }

    /** Completes the directory. If somebody else has taken its name meanwhile, theirs stays. */
    public void commit() throws IOException {
        WrittenParts.require(files, place);
        try {
            writeMarker();
            if (!place.equals(target)) {
                FileContext.getFileContext(target.toUri(), hadoop).rename(place, target);
            }
        } catch (FileAlreadyExistsException e) {
            settled = place.equals(target); // a folder in which theirs is as well is not ours to remove
            throw new UserError(
                    target + " was made by somebody else meanwhile: it stays as it is, and this result is dropped", e);
        }
        settled = true;
        files.cancelDeleteOnExit(place);
    }

    private void writeMarker() throws IOException {
        try (OutputStream out = Storage.plain(files).create(resolve(marker), false)) {
            markerContent.writeTo(out);
        }
    }

    /** Removes what was written if it wasn't committed. */
    @Override
    public void close() throws IOException {
        files.cancelDeleteOnExit(place);
        if (!settled) {
            files.delete(place, true);
        }
    }
}
