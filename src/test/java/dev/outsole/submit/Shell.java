package dev.outsole.submit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs scripts in a folder with an environment of its own, of which nothing comes from this process. */
record Shell(Path folder, Map<String, String> environment) {

    private static final long TIMEOUT_SECONDS = 300;

    Shell {
        environment = Map.copyOf(environment);
    }

    /** What came of a run. */
    record Result(int exitCode, String out, String err) {
        List<String> outLines() {
            return out.lines().toList();
        }

        List<String> errLines() {
            return err.lines().toList();
        }
    }

    Shell in(Path otherFolder) {
        return new Shell(otherFolder, environment);
    }

    Shell with(String name, Object value) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.put(name, value.toString());
        return new Shell(folder, changed);
    }

    Shell without(String name) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.remove(name);
        return new Shell(folder, changed);
    }

    Result run(Path script, String... arguments) {
        try {
            return run(Stream.concat(Stream.of(script.toString()), Stream.of(arguments))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    // Output goes by way of files, so that a full pipe never holds the process up.
    private Result run(List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile("shell", ".out");
        Path err = Files.createTempFile("shell", ".err");
        try {
            int exitCode = exitCode(start(command, out, err));
            return new Result(exitCode, Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private Process start(List<String> command, Path out, Path err) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static int exitCode(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("still running after " + TIMEOUT_SECONDS + " s: " + process.info());
        }
        return process.exitValue();
    }
}
