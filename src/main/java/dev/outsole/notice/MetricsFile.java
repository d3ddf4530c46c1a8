package dev.outsole.notice;

import dev.outsole.UserError;
import dev.outsole.history.JudgedNight;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** The file that the textfile collector of node_exporter reads a night's metrics from. */
record MetricsFile(Path path) {

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
     * Puts the metrics in the file's place in one step; the collector passes over the name that they have until then.
     *
     * @param night that is in the history, unless the run has failed
     */
    void write(Optional<JudgedNight> night, int exitCode, int warnings, Instant now) throws IOException {
        Path target = path.toAbsolutePath();
        Path staging = target.resolveSibling("." + target.getFileName() + ".tmp");
        String text = NightMetrics.text(night, exitCode, warnings, now, lastPassed());
        Files.writeString(staging, text, StandardCharsets.UTF_8);
        openToReaders(staging);
        Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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
