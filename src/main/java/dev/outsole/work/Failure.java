package dev.outsole.work;

import dev.outsole.UserError;
import dev.outsole.secret.Redaction;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a unit of work has thrown, and what it comes to: a line for people, and the exit code of a process that ends by it. */
public record Failure(Throwable thrown) {
    /** Exit code of whatever has failed, but for a mistake of the user's. */
    public static final int FAILED = 1;
    /** Exit code of a mistake that the user can mend. */
    public static final int USER_ERROR = 2;

    private static final int LONGEST = 1000;

    /** Its exit code. */
    public int exitCode() {
        return userError().isPresent() ? USER_ERROR : FAILED;
    }

    /** The user's mistake that is behind it: Spark wraps what a task throws, so it may be some causes down. */
    public Optional<UserError> userError() {
        return chain().stream()
                .filter(UserError.class::isInstance)
                .map(UserError.class::cast)
                .findFirst();
    }

    /** Which memory was too small, if that is behind it. */
    public Optional<MemoryShortage> shortage() {
        return MemoryShortage.among(chain());
    }

    /** Whether the thread was told to stop; a task that Spark has interrupted is a failure like others. */
    public boolean isInterruption() {
        return thrown instanceof InterruptedException
                || thrown instanceof ClosedByInterruptException
                || thrown.getCause() instanceof ClosedByInterruptException;
    }

    /**
     * Why, in one line: the user's mistake or the memory that lacks in words, else class and message of the first cause that has one, and the
     * class of one without that is behind it.
     */
    public String reason() {
        return userError()
                .map(error -> line(String.valueOf(error.getMessage())))
                .or(() -> shortage().map(MemoryShortage::line))
                .orElseGet(this::causes);
    }

    private String causes() {
        List<Throwable> chain = chain();
        Throwable first = chain.get(chain.size() - 1);
        Throwable told = chain.stream()
                .filter(cause -> cause.getMessage() != null)
                .reduce((outer, inner) -> inner)
                .orElse(first);
        return told.equals(first) ? line(told.toString()) : line(told.toString()) + " (" + first + ")";
    }

    /** The same, with what else went wrong beside it. */
    Failure with(Failure other) {
        if (other.thrown != thrown) {
            thrown.addSuppressed(other.thrown);
        }
        return this;
    }

    /** What was thrown, then its cause, and so on to the first one. Never a circle. */
    private List<Throwable> chain() {
        List<Throwable> chain = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable next = thrown; next != null && seen.add(next); next = next.getCause()) {
            chain.add(next);
        }
        return chain;
    }

    /** Without the stack traces that Spark puts into messages, and without secrets. */
    private static String line(String message) {
        String line = Redaction.of(message.replaceFirst("(?s)\\R\\s*(at |Driver stacktrace:).*", "")
                .strip()
                .replaceAll("\\s*\\R\\s*", " "));
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " …";
    }
}
