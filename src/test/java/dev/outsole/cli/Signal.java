package dev.outsole.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Signals to processes of the tests, by the shell's own {@code kill}: a bare machine has no program of this name. */
public final class Signal {

    private Signal() {}

    /**
     * What a command line begins with whose program can be interrupted: whoever starts the tests in the background may have told their
     * children to ignore SIGINT.
     */
    public static List<String> interruptible() {
        return Files.isDirectory(Path.of("/proc")) ? List.of("env", "--default-signal=INT") : List.of();
    }

    /** Sends a signal, such as {@code STOP}; it does no harm if the process has ended. */
    public static void send(String name, ProcessHandle process) throws IOException, InterruptedException {
        new ProcessBuilder("bash", "-c", "kill -" + name + " " + process.pid())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
