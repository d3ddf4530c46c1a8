package dev.outsole.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;

/** A file that is complete or as it was before: it is written under a temporary name beside its target, then takes that one's. */
public final class StagedFile {

    private StagedFile() {}

    /** Writes a file's content; may close the stream. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes a file in place of one that may be there. */
    public static void write(Configuration hadoop, Path target, Content content) throws IOException {
        FileSystem files = target.getFileSystem(hadoop);
        // Without the side file of checksums that Hadoop would put beside it on a local disk.
        FileSystem plain = files instanceof LocalFileSystem local ? local.getRawFileSystem() : files;
        Path staging = new Path(target.getParent(), "." + target.getName() + ".tmp-" + UUID.randomUUID());
        try {
            try (OutputStream out = plain.create(staging, false)) {
                content.writeTo(out);
            }
            FileContext.getFileContext(target.toUri(), hadoop).rename(staging, target, Options.Rename.OVERWRITE);
        } finally {
            plain.delete(staging, false);
        }
    }
}
