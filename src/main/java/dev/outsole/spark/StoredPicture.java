package dev.outsole.spark;

import dev.outsole.raster.PictureBytes;
import java.io.Closeable;
import java.io.IOException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A picture file on any Hadoop file system, read piece by piece. */
final class StoredPicture implements PictureBytes, Closeable {
    private final FSDataInputStream in;
    private final long length;

    private StoredPicture(FSDataInputStream in, long length) {
        this.in = in;
        this.length = length;
    }

    static StoredPicture open(FileSystem files, Path path) throws IOException {
        long length = files.getFileStatus(path).getLen();
        return new StoredPicture(files.open(path), length);
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public int read(long position, byte[] target, int offset, int wanted) throws IOException {
        if (position >= length) {
            return -1;
        }
        in.seek(position);
        int taken = in.readNBytes(target, offset, (int) Math.min(wanted, length - position));
        if (taken == 0) {
            throw new IOException(
                    "it has lost bytes while it was read: " + length + " there were, " + position + " are left");
        }
        return taken;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
