package dev.outsole;

import java.util.Collection;

/**
 * A mistake that the user can mend: bad input, an impossible setting, a folder that can't be read. The message is one line that says
 * what is wrong, with which value, and how to mend it. The command line prints that line and ends with exit code 2; for a caller of the
 * library it is an ordinary {@link IllegalArgumentException}.
 */
public class UserError extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public UserError(String message) {
        super(message);
    }

    public UserError(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * A name that doesn't exist. The message asks whether a name close to it was meant, if there is one.
     *
     * @param kind of the thing named, such as {@code class}
     * @param text what the user gave
     * @param names those that exist
     * @param mend what to do, such as a list of the names
     */
    public static UserError unknown(String kind, String text, Collection<String> names, String mend) {
        return new UserError("unknown " + kind + " '" + text + "'" + NearNames.question(text, names) + ": " + mend);
    }
}
