package dev.outsole.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/** A disk that has room for so many bytes in all; a file may be cut in its middle, as when a real disk is full. Its paths start with {@code viewfs:}, since it renames as a disk does. */
public final class FullDisk extends RawLocalFileSystem {
    private static long room;

    /** Settings of the test session, and a disk with this room. */
    static synchronized Configuration hadoop(long bytes) {
        room = bytes;
        Configuration hadoop = new Configuration(TestSession.hadoop());
        hadoop.set("fs.viewfs.impl", FullDisk.class.getName());
        hadoop.setBoolean("fs.viewfs.impl.disable.cache", true);
        return hadoop;
    }

    private static synchronized int taken(int wanted) {
        int granted = (int) Math.min(wanted, room);
        room -= granted;
        return granted;
    }

    @Override
    public URI getUri() {
        return URI.create("viewfs:///");
    }

    @Override
    public FSDataOutputStream create(
            Path path,
            FsPermission permission,
            boolean overwrite,
            int bufferSize,
            short replication,
            long blockSize,
            Progressable progress)
            throws IOException {
        OutputStream file = super.create(path, permission, overwrite, bufferSize, replication, blockSize, progress);
        return new FSDataOutputStream(new Limited(file), null);
    }

    @Override
    public FSDataOutputStream create(
            Path path, boolean overwrite, int bufferSize, short replication, long blockSize, Progressable progress)
            throws IOException {
        return create(path, FsPermission.getFileDefault(), overwrite, bufferSize, replication, blockSize, progress);
    }

    private static final class Limited extends OutputStream {
        private final OutputStream file;

        Limited(OutputStream file) {
            this.file = file;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int granted = taken(length);
            file.write(bytes, offset, granted);
            if (granted < length) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
