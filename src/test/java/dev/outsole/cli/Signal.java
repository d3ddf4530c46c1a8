package dev.outsole.cli;

import java.io.IOException;

/** Signals to processes of the tests, by the shell's own {@code kill}: a bare machine has no program of this name. */
public final class Signal {

    private Signal() {}

    /** Sends a signal, such as {@code STOP}; it does no harm if the process has ended. */
    public static void send(String name, ProcessHandle process) throws IOException, InterruptedException {
        new ProcessBuilder("bash", "-c", "kill -" + name + " " + process.pid())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
