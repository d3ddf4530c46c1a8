package dev.outsole.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;

/** A local disk, {@code faulty:}, on which reading a file fails as its name says. Tests run as root, whom no permission stops. */
public final class FaultyFileSystem extends OtherDisk {
    private static final Set<Path> OPENED = ConcurrentHashMap.newKeySet();

    static void install() {
        TestSession.hadoop().setClass("fs.faulty.impl", FaultyFileSystem.class, FileSystem.class);
    }

    public FaultyFileSystem() {
        super("faulty");
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
        return name.startsWith("memoryless")
                ? memoryless(super.open(file, bufferSize), name)
                : super.open(file, bufferSize);
    }

    /** As if decoding had run out of memory; some decoders say so by an exception of input. */
    private static FSDataInputStream memoryless(FSDataInputStream in, String name) throws IOException {
        return new FSDataInputStream(in) {
            @Override
            public int readNBytes(byte[] target, int offset, int length) {
                OutOfMemoryError error = new OutOfMemoryError("Java heap space");
                if (name.contains("wrapped")) {
                    throw new IllegalStateException("caught an error", error);
                }
                throw error;
            }
        };
    }
}
