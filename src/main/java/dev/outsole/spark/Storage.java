package dev.outsole.spark;

import java.util.Set;
import java.util.UUID;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

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

    /** The same without the side files of checksums that Hadoop puts beside files on a local disk. */
    static FileSystem plain(FileSystem files) {
        return files instanceof LocalFileSystem local ? local.getRawFileSystem() : files;
    }
}
