package dev.outsole;

/**
 * A mistake that the user can mend: bad input, an impossible setting, a folder that can't be read. The message is one line that says
 * what is wrong, with which value, and how to mend it. The command line prints that line and ends with exit code 2; for a caller of the
 * library it is an ordinary {@link IllegalArgumentException}.
 */
public final class UserError extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public UserError(String message) {
        super(message);
    }

    public UserError(String message, Throwable cause) {
        super(message, cause);
    }
}
