package dev.outsole.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** What kinds of storage differ in. */
final class Storage {
    /** File systems that rename a directory in one step; all others are taken for object stores, where no step is one. */
    private static final Set<String> RENAMING =
            Set.of("file", "hdfs", "webhdfs", "swebhdfs", "viewfs", "abfs", "abfss");

    private Storage() {}

    static boolean renamesAtOnce(FileSystem files) {
        return RENAMING.contains(files.getUri().getScheme());
    }

    /** A name beside the target that is not a result's. */
    static Path temporary(Path target) {
        return new Path(target.getParent(), "." + target.getName() + ".tmp-" + UUID.randomUUID());
    }

    /**
     * Gives a file another's name, in whose place it is from then on; there is no moment without either. On a local disk Hadoop itself would
     * first delete that one.
     */
    static void moveOver(Configuration hadoop, FileSystem files, Path from, Path to) throws IOException {
        if (files instanceof RawLocalFileSystem local) {
            Files.move(
                    local.pathToFile(from).toPath(),
                    local.pathToFile(to).toPath(),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } else {
            FileContext.getFileContext(to.toUri(), hadoop).rename(from, to, Options.Rename.OVERWRITE);
        }
    }

    /** A file system without the side files of checksums that Hadoop puts beside files on a local disk. */
    static FileSystem plain(FileSystem files) {
        return files instanceof LocalFileSystem local ? local.getRawFileSystem() : files;
    }
}
