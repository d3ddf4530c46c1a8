package dev.outsole.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.RawLocalFileSystem;

/**
 * Makes what others have written to a local disk, such as Spark's Parquet files, survive a power failure. Elsewhere that is the storage's
 * own affair: HDFS has a closed file in the memory of three machines, and on their disks at once with {@code dfs.datanode.synconclose}.
 */
final class DiskSync {

    private DiskSync() {}

    /** The files and folders in a folder, and itself. */
    static void contents(FileSystem files, org.apache.hadoop.fs.Path folder) throws IOException {
        Optional<Path> local = local(files, folder);
        if (local.isEmpty()) {
            return;
        }
        try (Stream<Path> all = Files.walk(local.get())) {
            for (Iterator<Path> each = all.iterator(); each.hasNext(); ) {
                sync(each.next());
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The name of a file or folder in the folder that holds it. */
    static void name(FileSystem files, org.apache.hadoop.fs.Path path) throws IOException {
        Optional<Path> parent = local(files, path).map(Path::getParent);
        if (parent.isPresent()) {
            sync(parent.get());
        }
    }

    /** The same, and the names of the folders above, which may be new as well. A folder that can't be read is not one that was made here. */
    static void names(FileSystem files, org.apache.hadoop.fs.Path path) throws IOException {
        Optional<Path> above = local(files, path).map(Path::getParent);
        while (above.isPresent() && Files.isReadable(above.get())) {
            sync(above.get());
            above = above.map(Path::getParent);
        }
    }

    private static Optional<Path> local(FileSystem files, org.apache.hadoop.fs.Path path) {
        return Storage.plain(files) instanceof RawLocalFileSystem local
                ? Optional.of(local.pathToFile(path).toPath())
                : Optional.empty();
    }

    private static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw (IOException) new FileSystemException(path.toString(), null, e.getMessage()).initCause(e);
        }
    }
}
