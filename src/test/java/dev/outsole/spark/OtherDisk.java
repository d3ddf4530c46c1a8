package dev.outsole.spark;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** The local disk under another name than {@code file:}. */
abstract class OtherDisk extends RawLocalFileSystem {
    private final String scheme;

    OtherDisk(String scheme) {
        this.scheme = scheme;
    }

    @Override
    public URI getUri() {
        return URI.create(scheme + ":///");
    }

    /** Without the permissions that the local disk's own would look up for {@code file:} alone. */
    @Override
    public FileStatus[] listStatus(Path folder) throws IOException {
        return Arrays.stream(super.listStatus(folder))
                .map(status -> new FileStatus(
                        status.getLen(),
                        status.isDirectory(),
                        1,
                        status.getBlockSize(),
                        status.getModificationTime(),
                        status.getPath()))
                .toArray(FileStatus[]::new);
    }
}
