package dev.outsole.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs {@code submit/outsole} of this build as a user would: a process of its own, from a folder of its own. */
public record Launcher(Path folder, Map<String, String> environment) {
    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final long TIMEOUT_MINUTES = 5;

    /** On an embedded Spark. */
    public Launcher(Path folder) {
        this(folder, Map.of());
    }

    /** What came of a run; the output is kept in the folder while it goes on. */
    public record Result(int exitCode, String out, String err) {
        public List<String> outLines() {
            return out.lines().toList();
        }

        /** Standard error without the progress lines of the log. */
        public List<String> errors() {
            return err.lines().filter(line -> !line.contains(" INFO ")).toList();
        }
    }

    /** The data set, fetched if it isn't there yet. */
    public static Path data() throws IOException, InterruptedException {
        Process fetch = new ProcessBuilder(PROJECT.resolve("submit/fetch-data").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (fetch.waitFor() != 0) {
            throw new IllegalStateException("submit/fetch-data failed: run it by hand to see why");
        }
        return PROJECT.resolve("data/fashion-mnist");
    }

    public Result run(String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile("launcher", ".out");
        Path err = Files.createTempFile("launcher", ".err");
        try {
            int exitCode = exitCode(start(out, err, arguments), out, err);
            return new Result(exitCode, Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** Starts a run that the caller ends; its output goes to two files. */
    public Process start(Path out, Path err, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(arguments));
        command.add(0, PROJECT.resolve("submit/outsole").toString());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().remove("SPARK_HOME");
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static int exitCode(Process process, Path out, Path err) throws IOException, InterruptedException {
        if (!process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
            dumpThreads(process);
            process.destroyForcibly().waitFor();
            throw new IllegalStateException("still running after " + TIMEOUT_MINUTES + " minutes; its output:\n"
                    + Files.readString(err) + Files.readString(out));
        }
        return process.exitValue();
    }

    /** On SIGQUIT a JVM tells on its standard output what each of its threads is doing. */
    private static void dumpThreads(Process process) throws IOException, InterruptedException {
        Signal.send("QUIT", process.toHandle());
        process.waitFor(2, TimeUnit.SECONDS);
    }
}
