package dev.outsole.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.security.AccessControlException;

/** A local disk, {@code faulty:}, on which reading a file fails as its name says. Tests run as root, whom no permission stops. */
public final class FaultyFileSystem extends RawLocalFileSystem {
    private static final Set<Path> OPENED = ConcurrentHashMap.newKeySet();

    static void install() {
        TestSession.hadoop().setClass("fs.faulty.impl", FaultyFileSystem.class, RawLocalFileSystem.class);
    }

    @Override
    public URI getUri() {
        return URI.create("faulty:///");
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

    @Override
    public FSDataInputStream open(Path file, int bufferSize) throws IOException {
        String name = file.getName();
        if (name.startsWith("forbidden")) {
            throw new AccessControlException("Permission denied: user=nobody, access=READ");
        }
        if (name.startsWith("vanished")) {
            throw new FileNotFoundException("no such file");
        }
        if (name.startsWith("unavailable") || (name.startsWith("once") && OPENED.add(file))) {
            throw new IOException("503 Slow Down");
        }
        return super.open(file, bufferSize);
    }
}
