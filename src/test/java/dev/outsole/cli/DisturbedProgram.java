package dev.outsole.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A command of the program in a process of its own, without the launcher, so that a signal reaches it and nothing else. Its leases are
 * short.
 */
final class DisturbedProgram implements AutoCloseable {
    private static final int LEASE_SECONDS = 2;
    private static final int LONGEST_MINUTES = 5;

    private final Process process;
    private final Path log;
    private final Traces traces;

    private DisturbedProgram(Process process, Path log, Traces traces) {
        this.process = process;
        this.log = log;
        this.traces = traces;
    }

    /** @param outputs the folder that it writes its output to */
    static DisturbedProgram start(Path outputs, List<String> arguments) throws IOException {
        Traces traces = Traces.before(outputs);
        Path log = Files.createTempFile("program", ".log");
        Process process = new ProcessBuilder(command(arguments))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new DisturbedProgram(process, log, traces);
    }

    private static List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>(Signal.interruptible());
        command.add(System.getProperty("java.home") + "/bin/java");
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"))
                .forEach(command::add);
        command.addAll(List.of(
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1", // its start is most of its time
                "-XX:+UseSerialGC",
                "-Doutsole.lease-seconds=" + LEASE_SECONDS,
                "-Dspark.master=local[2]",
                "-Dspark.ui.enabled=false",
                "-Dspark.driver.host=127.0.0.1",
                "-Dspark.driver.bindAddress=127.0.0.1",
                "-Dspark.sql.shuffle.partitions=2",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
        command.addAll(arguments);
        return command;
    }

    interface Condition {
        boolean holds() throws IOException;
    }

    /** Waits until something holds, or the program has ended. */
    void await(Condition condition) throws IOException, InterruptedException {
        while (process.isAlive() && !condition.holds()) {
            process.waitFor(5, TimeUnit.MILLISECONDS);
        }
    }

    /** Waits until it has the right to write its output, and tells where that right is kept. */
    Optional<Path> awaitLease() throws IOException, InterruptedException {
        await(() -> traces.lease(process.pid()).isPresent());
        return traces.lease(process.pid());
    }

    /** Waits for a moment, or the program's end. */
    void await(Moment moment) throws IOException, InterruptedException {
        awaitLease();
        await(() -> traces.show(moment.after()));
        process.waitFor(moment.milliseconds(), TimeUnit.MILLISECONDS);
    }

    /** Of a program that has been stopped. One that had given its lease back has none to wait for. */
    void awaitEndOfLease() throws IOException, InterruptedException {
        Optional<Path> lease = traces.lease(process.pid());
        if (lease.isPresent()) {
            await(() -> !Files.exists(lease.get()) || until(lease.get()).isBefore(Instant.now()));
        }
    }

    private static Instant until(Path lease) throws IOException {
        JsonNode holder = new ObjectMapper().readTree(lease.toFile());
        return Instant.parse(holder.path("until").asText());
    }

    void send(String signal) throws IOException, InterruptedException {
        Signal.send(signal, process.toHandle());
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            throw new IllegalStateException("still running after " + LONGEST_MINUTES + " minutes");
        }
        return process.exitValue();
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    /** Runs a command to its end; gives the milliseconds that it took from its lease on. */
    static int run(Path outputs, List<String> arguments) throws IOException, InterruptedException {
        try (DisturbedProgram program = start(outputs, arguments)) {
            program.awaitLease();
            long begin = System.nanoTime();
            if (program.exitCode() != 0) {
                throw new IllegalStateException(
                        arguments + " ended with " + program.exitCode() + ":\n" + program.log());
            }
            return Math.toIntExact(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        Files.delete(log);
    }
}
