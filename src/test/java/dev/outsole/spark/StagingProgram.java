package dev.outsole.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.outsole.UserError;
import dev.outsole.cli.Signal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/** A program that stages a directory, and commits it when it is told to. Argument: the directory. */
final class StagingProgram implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    private StagingProgram(Process process) {
        this.process = process;
        this.out = process.inputReader(UTF_8);
    }

    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        try (StagedDirectory staged =
                StagedDirectory.create(new Configuration(), new org.apache.hadoop.fs.Path(args[0]), "marker.json")) {
            try (OutputStream part = staged.newFile("part")) {
                part.write("theirs".getBytes(UTF_8));
            }
            System.out.println("staged");
            if (in.readLine() != null) {
                staged.commit();
                System.out.println("committed");
            }
        } catch (UserError e) {
            System.out.println(e.getMessage());
            System.exit(2);
        }
    }

    /** Starts it; returns when it has staged the directory. */
    static StagingProgram start(Path directory, String... javaOptions) throws IOException {
        List<String> command = new ArrayList<>(Signal.interruptible());
        command.add(System.getProperty("java.home") + "/bin/java");
        command.addAll(List.of(javaOptions));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"))
                .forEach(command::add);
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                StagingProgram.class.getName(),
                directory.toUri().toString()));
        StagingProgram program = new StagingProgram(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
        program.awaitLine("staged");
        return program;
    }

    /** Passes over lines of the log. */
    void awaitLine(String wanted) throws IOException {
        String line = out.readLine();
        while (line != null && !line.contains(wanted)) {
            line = out.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("ended without a line '" + wanted + "'");
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    void tellToCommit() throws IOException {
        process.outputWriter(UTF_8).write("commit\n");
        process.outputWriter(UTF_8).flush();
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
