package dev.outsole.cli;

import java.io.IOException;

/** What happens to a program at some moment. */
enum Disturbance {
    KILL(137),
    TERM(143),
    INT(130),
    /** Stopped for longer than its lease lasts, while another run takes over; then it wakes. */
    STOP(2);

    private final int exitCode;

    Disturbance(int exitCode) {
        this.exitCode = exitCode;
    }

    /** The exit code of a program whose work it came too early for. */
    int exitCode() {
        return exitCode;
    }

    /** Does it; returns when the program has ended, or has no right to its output any more. */
    void happenTo(DisturbedProgram program) throws IOException, InterruptedException {
        program.send(name());
        if (this == STOP) {
            program.awaitEndOfLease();
        } else {
            program.exitCode();
        }
    }
}
