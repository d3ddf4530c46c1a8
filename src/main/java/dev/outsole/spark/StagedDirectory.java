package dev.outsole.spark;

import dev.outsole.UserError;
import dev.outsole.work.Attempt;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A directory that is complete or absent: it is written under a temporary name beside its target, and gets its real name in one
 * rename, when all of it is on disk. Closed without a commit, or when the JVM is told to end, it leaves nothing behind.
 *
 * <p>An object store can't rename in one step. There the parts are written in place, and the one file that readers look for, the
 * marker, is written last: without its marker a directory is no result, whatever else it holds. A note in it says that it is a run's
 * until then (see {@link UnfinishedNote}).
 *
 * <p>One process at a time writes to a target: see {@link OutputLease}.
 */
public final class StagedDirectory implements Closeable {
    private final Configuration hadoop;
    private final FileSystem files;
    private final Path target;
    private final Path place;
    private final String marker;
    private final Lease lease;
    private final AtExit atExit;
    private final ByteArrayOutputStream markerContent = new ByteArrayOutputStream();
    private boolean ownsLease;
    private boolean settled;

    private StagedDirectory(
            Configuration hadoop, FileSystem files, Path target, Path place, String marker, Lease lease) {
        this.hadoop = hadoop;
        this.files = files;
        this.target = target;
        this.place = place;
        this.marker = marker;
        this.lease = lease;
        this.atExit = new AtExit(AtExit.Step.OUTPUTS, this::remove);
    }

    /**
     * Takes the target's lease until it is closed, and makes the directory that is written to, so that a place that can't be written to, or
     * that another run writes to, is known before any work is done.
     *
     * @param marker name of the file by which readers know that the directory is complete
     * @throws UserError if the target exists, can't be written to, or is another run's
     */
    public static StagedDirectory create(Configuration hadoop, Path wanted, String marker) {
        Lease lease = OutputLease.take(hadoop, wanted);
        return Attempt.of(() -> {
                    StagedDirectory directory = create(hadoop, wanted, marker, lease);
                    directory.ownsLease = true;
                    return directory;
                })
                .ifFailed(lease::closeQuietly)
                .orThrow();
    }

    /**
     * The same where a lease is held already, of the target or of what the target is a part of.
     *
     * @throws UserError if the target exists, or can't be written to
     */
    public static StagedDirectory create(Configuration hadoop, Path wanted, String marker, Lease held) {
        try {
            FileSystem files = HadoopPaths.fileSystem(wanted, hadoop);
            Path target = files.makeQualified(wanted);
            requireAbsent(files, target, marker, held);
            Path place = Storage.renamesAtOnce(files) ? Storage.temporary(target) : target;
            if (!files.mkdirs(place)) {
                throw new IOException("mkdir failed");
            }
            if (place.equals(target)) {
                UnfinishedNote.leave(files, place, marker);
            }
            return new StagedDirectory(hadoop, files, target, place, marker, held);
        } catch (IOException e) {
            throw OutputLease.unwritable(wanted, e);
        }
    }

    /** Where nothing is renamed, a dead run has left what it wrote in the target's place. */
    private static void requireAbsent(FileSystem files, Path target, String marker, Lease lease) throws IOException {
        if (!Storage.renamesAtOnce(files)) {
            lease.requireHeld();
            UnfinishedNote.tidy(files, target);
        }
        if (!files.exists(target)) {
            return;
        }
        boolean unfinished = !Storage.renamesAtOnce(files) && !files.exists(new Path(target, marker));
        throw new UserError(target + " exists already"
                + (unfinished ? ", without " + marker + " (of a run that was ended, or no result at all)" : "")
                + ": choose another place, or remove it");
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
        return name.equals(marker) ? markerContent : SyncedFile.create(files, resolve(name), false);
    }

    /**
     * Does the work that fills the directory, and commits it.
     *
     * @throws UserError if the lease has ended meanwhile; whoever took it over has removed what was written, at which the work may have
     *     failed in any way
     */
    public <T> T filled(Attempt.Work<T> work) {
        return lease.during(() -> {
            T result = work.run();
            commit();
            return result;
        });
    }

    /** The same by work without a result. */
    public void fill(Attempt.Action work) {
        boolean unused = filled(() -> {
            work.run();
            return true;
        });
    }

    /**
     * Completes the directory. If somebody else has taken its name meanwhile, theirs stays.
     *
     * @throws UserError if somebody has, or the lease has ended: the directory is not completed then
     */
    synchronized void commit() throws IOException {
        lease.requireHeld(); // whoever has it now has removed what was written
        WrittenParts.require(files, place);
        try {
            if (place.equals(target)) {
                complete();
            } else {
                completeAndRename();
            }
        } catch (FileAlreadyExistsException e) {
            settled = place.equals(target); // a folder in which theirs is as well is not ours to remove
            throw new UserError(
                    target + " was made by somebody else meanwhile: it stays as it is, and this result is dropped", e);
        }
        settled = true;
        DiskSync.names(files, target);
    }

    private void complete() throws IOException {
        DiskSync.contents(files, place);
        lease.requireHeld();
        writeMarker();
        UnfinishedNote.remove(files, place);
    }

    private void completeAndRename() throws IOException {
        writeMarker();
        DiskSync.contents(files, place);
        lease.requireHeld();
        Storage.moveToNew(hadoop, files, place, target);
    }

    private void writeMarker() throws IOException {
        try (OutputStream out = SyncedFile.create(files, resolve(marker), false)) {
            markerContent.writeTo(out);
        }
    }

    /** Removes what was written if it wasn't committed, and gives back the lease that was taken for it. */
    @Override
    public void close() throws IOException {
        try {
            remove();
        } finally {
            atExit.close();
            if (ownsLease) {
                lease.close();
            }
        }
    }

    /** What is in the target's place is the next run's as soon as the lease has ended. */
    private synchronized void remove() throws IOException {
        if (!settled && (!place.equals(target) || lease.isHeld())) {
            files.delete(place, true);
        }
        settled = true;
    }
}
