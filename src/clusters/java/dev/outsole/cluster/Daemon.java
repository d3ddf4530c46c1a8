package dev.outsole.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server of a test, with its log in a file. It ends, with all that it has started, when closed or when the test's JVM ends. */
final class Daemon implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path log;
    private final Thread hook = new Thread(this::end);

    private Daemon(Process process, Path log) {
        this.process = process;
        this.log = log;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    static Daemon start(Path log, Map<String, String> environment, List<String> command) throws IOException {
        Files.createDirectories(log.getParent());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(log.getParent().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new Daemon(builder.start(), log);
    }

    /** Waits for a line of the log; the answer is its first group. */
    String await(String regex) throws Exception {
        Pattern pattern = Pattern.compile(regex);
        until(() -> matcher(pattern).find(), regex);
        Matcher found = matcher(pattern);
        return found.find() && found.groupCount() > 0 ? found.group(1) : "";
    }

    private Matcher matcher(Pattern pattern) {
        try {
            return pattern.matcher(Files.readString(log));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until something holds that this server brings about. */
    void until(BooleanSupplier condition, String what) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            boolean over = !process.isAlive() || System.nanoTime() > end;
            if (over && !condition.getAsBoolean()) {
                throw new IllegalStateException("never seen: " + what + "; the log is\n" + Files.readString(log));
            }
            Thread.sleep(50);
        }
    }

    /** Processes that it has started whose command line holds these words. */
    List<ProcessHandle> children(String words) {
        return process.descendants()
                .filter(child -> child.info().commandLine().orElse("").contains(words))
                .toList();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(hook);
        end();
    }

    private void end() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        for (ProcessHandle one : all) {
            try {
                one.onExit().get(10, TimeUnit.SECONDS);
            } catch (Exception e) {
                one.destroyForcibly();
            }
        }
    }
}
