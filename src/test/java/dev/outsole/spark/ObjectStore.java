package dev.outsole.spark;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** Storage on the local disk that can do no more than an object store: it refuses to rename. Its paths start with {@code blob:}. */
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
}
