package dev.outsole.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Watches the most memory that any of some processes has had at once, heap and native, until closed. Linux tells it in /proc. */
final class MemoryPeak implements AutoCloseable {
    private static final Pattern HIGH_WATER = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    private final Supplier<List<ProcessHandle>> processes;
    private final Thread watcher = new Thread(this::watch);
    private final AtomicLong kibibytes = new AtomicLong();
    private volatile boolean closed;

    MemoryPeak(Supplier<List<ProcessHandle>> processes) {
        this.processes = processes;
        watcher.start();
    }

    private void watch() {
        while (!closed) {
            processes.get().forEach(process -> kibibytes.accumulateAndGet(highWater(process), Math::max));
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static long highWater(ProcessHandle process) {
        try {
            Matcher found =
                    HIGH_WATER.matcher(Files.readString(Path.of("/proc", Long.toString(process.pid()), "status")));
            return found.find() ? Long.parseLong(found.group(1)) : 0;
        } catch (IOException e) {
            return 0; // ended meanwhile
        }
    }

    long mebibytes() {
        return kibibytes.get() / 1024;
    }

    @Override
    public void close() {
        closed = true;
    }
}
