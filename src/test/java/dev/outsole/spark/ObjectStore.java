package dev.outsole.spark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * Storage on the local disk that can do no more than an object store: it refuses to rename, and a file is there, whole, when it is closed. Its
 * paths start with {@code blob:}.
 */
public final class ObjectStore extends RawLocalFileSystem {

    /** The test session's settings, and this storage. */
    static Configuration hadoop() {
        Configuration hadoop = new Configuration(TestSession.hadoop());
        hadoop.set("fs.blob.impl", ObjectStore.class.getName());
        return hadoop;
    }

    static Path path(java.nio.file.Path local) {
        return new Path("blob:" + local);
    }

    @Override
    public URI getUri() {
        return URI.create("blob:///");
    }

    @Override
    public String getScheme() {
        return "blob";
    }

    @Override
    public boolean rename(Path source, Path target) throws IOException {
        throw new IOException("can't rename " + source + " in one step");
    }

    @Override
    public FSDataOutputStream create(
            Path file, boolean overwrite, int bufferSize, short replication, long blockSize, Progressable progress)
            throws IOException {
        if (!overwrite && exists(file)) {
            throw new FileAlreadyExistsException(file + " is there already");
        }
        return new FSDataOutputStream(new Upload(pathToFile(file).toPath()), statistics);
    }

    @Override
    public FSDataOutputStream create(
            Path file,
            FsPermission permission,
            boolean overwrite,
            int bufferSize,
            short replication,
            long blockSize,
            Progressable progress)
            throws IOException {
        return create(file, overwrite, bufferSize, replication, blockSize, progress);
    }

    /** What is written, until it is closed. */
    private static final class Upload extends ByteArrayOutputStream {
        private final java.nio.file.Path target;

        Upload(java.nio.file.Path target) {
            this.target = target;
        }

        @Override
        public void close() throws IOException {
            Files.createDirectories(target.getParent());
            java.nio.file.Path whole = Files.createTempFile("upload", null);
            Files.write(whole, toByteArray());
            Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
