package dev.outsole.cli;

import dev.outsole.work.Failure;
import java.io.PrintWriter;
import org.apache.hadoop.util.ShutdownHookManager;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into what the user reads and an exit code. */
final class Failures {

    private Failures() {}

    /** An option or command that doesn't exist, or a value of the wrong type. */
    static int badCommandLine(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        oneLine(command, Misuse.message(e));
        return Failure.USER_ERROR;
    }

    /** A command that threw whatever it was: one line where that says all, else the stack trace. */
    static int failed(Failure failure, ParseResult parsed) {
        CommandLine command = innermost(parsed).commandSpec().commandLine();
        if (ShutdownHookManager.get().isShutdownInProgress()) {
            return failure.exitCode(); // a signal ends the process; what fails now fails by that
        }
        if (failure.userError().isPresent() || failure.shortage().isPresent()) {
            oneLine(command, failure.reason());
        } else {
            failure.thrown().printStackTrace(command.getErr());
        }
        return failure.exitCode();
    }

    /** A parameter exception is for picocli to handle; what a command threw is in picocli's own. */
    static Failure unwrapped(Failure failure) {
        if (failure.thrown() instanceof ParameterException bad) {
            throw bad;
        }
        boolean wrapped = failure.thrown() instanceof ExecutionException;
        Throwable cause = failure.thrown().getCause();
        return wrapped && cause != null ? new Failure(cause) : failure;
    }

    /**
     * What nobody has caught: where it is an error, such as a lack of memory, the thread that died by it may be one that others wait for without
     * end.
     *
     * @return whether the process has to end
     */
    static boolean uncaught(Thread thread, Failure failure, PrintWriter err) {
        if (failure.shortage().isPresent()) {
            err.println("outsole: " + failure.reason());
        } else {
            err.println("outsole: thread " + thread.getName() + " has died");
            failure.thrown().printStackTrace(err);
        }
        err.flush();
        return failure.thrown() instanceof Error;
    }

    private static ParseResult innermost(ParseResult parsed) {
        ParseResult innermost = parsed;
        while (innermost.hasSubcommand()) {
            innermost = innermost.subcommand();
        }
        return innermost;
    }

    private static void oneLine(CommandLine command, String message) {
        command.getErr()
                .println(command.getCommandSpec().qualifiedName() + ": " + message.replaceAll("\\s*\\R\\s*", " "));
    }
}
