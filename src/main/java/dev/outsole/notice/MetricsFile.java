package dev.outsole.notice;

import dev.outsole.UserError;
import dev.outsole.history.JudgedNight;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The file that the textfile collector of node_exporter reads a night's metrics from. */
record MetricsFile(Path path) {
    private static final Duration MOMENT = Duration.ofMinutes(1);

    /**
     * That the file can be written, before the work begins.
     *
     * @throws UserError if its folder isn't there
     */
    void requireWritable() {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isWritable(folder) || Files.isDirectory(path)) {
            throw new UserError("--metrics-file " + path + " can't be written: name a file in a folder that is there");
        }
    }

    /**
     * Puts the metrics in the file's place in one step, once they are on disk; the collector passes over the name that they have until then.
     *
     * @param night that is in the history, unless the run has failed
     */
    void write(Optional<JudgedNight> night, int exitCode, int warnings, Instant now) throws IOException {
        Path target = path.toAbsolutePath();
        removeStaged(target);
        Path staging = target.resolveSibling("." + target.getFileName() + ".tmp-" + UUID.randomUUID());
        String text = NightMetrics.text(night, exitCode, warnings, now, lastPassed());
        try {
            writeSynced(staging, text);
            openToReaders(staging);
            Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(staging);
        }
    }

    /** What runs left that died while they wrote: that takes a moment, and no lease. */
    private static void removeStaged(Path target) throws IOException {
        String staged = Pattern.quote("." + target.getFileName() + ".tmp") + "(-[0-9a-f-]{36})?";
        try (Stream<Path> beside = Files.list(target.resolveSibling("."))) {
            for (Path file : beside.toList()) {
                if (file.getFileName().toString().matches(staged) && isOld(file)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** So is one that somebody else has removed by now. */
    private static boolean isOld(Path file) {
        return Instant.ofEpochMilli(file.toFile().lastModified())
                .isBefore(Instant.now().minus(MOMENT));
    }

    private static void writeSynced(Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** The collector runs as somebody else, and the umask of a service may keep a new file from all others. */
    private static void openToReaders(Path file) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    /** When a night passed last, as the file says that is there by now. */
    private Optional<String> lastPassed() throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(path, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.matches(NightMetrics.PASSED + " \\d{1,15}"))
                    .map(line -> line.substring(NightMetrics.PASSED.length() + 1))
                    .findFirst();
        }
    }
}
