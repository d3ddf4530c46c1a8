package dev.outsole.cli;

import dev.outsole.UserError;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into what the user reads and an exit code. */
final class Failures {
    private static final int FAILED = 1;
    private static final int USER_ERROR = 2;

    private Failures() {}

    /** An option or command that doesn't exist, or a value of the wrong type. */
    static int badCommandLine(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        return oneLine(
                command, e.getMessage() + " (see " + command.getCommandSpec().qualifiedName() + " --help)");
    }

    /** A command that threw. Spark wraps what a task throws, so the user's mistake may be some causes down. */
    static int failed(Exception e, CommandLine command, @Nullable ParseResult parsed) {
        Optional<UserError> userError = userError(e);
        if (userError.isPresent()) {
            return oneLine(command, String.valueOf(userError.get().getMessage()));
        }
        e.printStackTrace(command.getErr());
        return FAILED;
    }

    private static Optional<UserError> userError(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof UserError found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static int oneLine(CommandLine command, String message) {
        command.getErr()
                .println(command.getCommandSpec().qualifiedName() + ": " + message.replaceAll("\\s*\\R\\s*", " "));
        return USER_ERROR;
    }
}
