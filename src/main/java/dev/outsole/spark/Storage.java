package dev.outsole.spark;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What kinds of storage differ in. */
final class Storage {
    private static final Logger LOG = LoggerFactory.getLogger(Storage.class);
    /** File systems that rename a directory in one step; all others are taken for object stores, where no step is one. */
    private static final Set<String> RENAMING =
            Set.of("file", "hdfs", "webhdfs", "swebhdfs", "viewfs", "abfs", "abfss");

    private static final Pattern TEMPORARY =
            Pattern.compile("\\.(.+)\\.tmp-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Storage() {}

    static boolean renamesAtOnce(FileSystem files) {
        return RENAMING.contains(files.getUri().getScheme());
    }

    /** A name beside the target that is not a result's. */
    static Path temporary(Path target) {
        return new Path(target.getParent(), "." + target.getName() + ".tmp-" + UUID.randomUUID());
    }

    /** The name of the target that a path was made for by {@link #temporary}. */
    static Optional<String> targetOf(Path temporary) {
        Matcher matcher = TEMPORARY.matcher(temporary.getName());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /**
     * Gives a directory a name that nobody has.
     *
     * @throws FileAlreadyExistsException if somebody has. On a local disk Hadoop itself would look first, and then move the directory into
     *     one that was made meanwhile
     */
    static void moveToNew(Configuration hadoop, FileSystem files, Path from, Path to) throws IOException {
        if (!(plain(files) instanceof RawLocalFileSystem local)) {
            FileContext.getFileContext(to.toUri(), hadoop).rename(from, to);
            return;
        }
        java.nio.file.Path target = local.pathToFile(to).toPath();
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(to.toString());
        }
        try {
            Files.move(local.pathToFile(from).toPath(), target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            throw Files.exists(target, LinkOption.NOFOLLOW_LINKS)
                    ? (IOException) new FileAlreadyExistsException(to.toString()).initCause(e)
                    : e;
        }
    }

    /**
     * Gives a file another's name, in whose place it is from then on; there is no moment without either. On a local disk Hadoop itself would
     * first delete that one. Its checksums, if Hadoop has put some beside it, are not the new one's.
     */
    static void moveOver(Configuration hadoop, FileSystem files, Path from, Path to) throws IOException {
        if (files instanceof RawLocalFileSystem local) {
            files.delete(new Path(to.getParent(), "." + to.getName() + ".crc"), false);
            Files.move(
                    local.pathToFile(from).toPath(),
                    local.pathToFile(to).toPath(),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } else {
            FileContext.getFileContext(to.toUri(), hadoop).rename(from, to, Options.Rename.OVERWRITE);
        }
    }

    /**
     * Removes a folder that nobody has put anything into. Hadoop itself would look first, and on a local disk remove what is put there
     * meanwhile.
     */
    static void deleteIfEmpty(FileSystem files, Path folder) {
        try {
            if (plain(files) instanceof RawLocalFileSystem local) {
                Files.deleteIfExists(local.pathToFile(folder).toPath());
            } else {
                files.delete(folder, false);
            }
        } catch (IOException e) {
            LOG.debug("{} stays: {}", folder, e.toString());
        }
    }

    /** A file system without the side files of checksums that Hadoop puts beside files on a local disk. */
    static FileSystem plain(FileSystem files) {
        return files instanceof LocalFileSystem local ? local.getRawFileSystem() : files;
    }
}
