package dev.outsole.spark;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.StreamCapabilities;

/**
 * A file whose content survives a power failure once it is closed, where its storage can be told to see to that: local disks and HDFS
 * can, and an object store has stored what it has accepted. An error names the file; that of a full disk does not by itself.
 */
final class SyncedFile extends FilterOutputStream {
    private final FSDataOutputStream file;
    private final Path path;
    private boolean closed;

    private SyncedFile(FSDataOutputStream file, Path path) {
        super(file);
        this.file = file;
        this.path = path;
    }

    /** Makes a file, without Hadoop's file of checksums on a local disk. */
    static SyncedFile create(FileSystem files, Path path, boolean overwrite) throws IOException {
        return new SyncedFile(Storage.plain(files).create(path, overwrite), path);
    }

    private interface Step {
        void run() throws IOException;
    }

    private void named(Step step) throws IOException {
        try {
            step.run();
        } catch (IOException e) {
            throw (IOException) new FileSystemException(path.toString(), null, e.getMessage()).initCause(e);
        }
    }

    @Override
    public void write(int value) throws IOException {
        named(() -> file.write(value));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        named(() -> file.write(bytes, offset, length));
    }

    @Override
    public void flush() throws IOException {
        named(file::flush);
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (file) {
            if (file.hasCapability(StreamCapabilities.HSYNC)) {
                named(file::hsync);
            }
        }
    }
}
