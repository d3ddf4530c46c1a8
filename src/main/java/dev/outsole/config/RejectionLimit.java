package dev.outsole.config;

import dev.outsole.UserError;

/** How many images {@code score} may reject before it counts as failed. */
public sealed interface RejectionLimit {

    /** Whether so many of so many images may be rejected. */
    boolean allows(long rejected, long images);

    /** Any number, as long as there is an image that isn't. */
    record Any() implements RejectionLimit {
        @Override
        public boolean allows(long rejected, long images) {
            return true;
        }
    }

    /** So many, at least 0. */
    record Count(long most) implements RejectionLimit {
        @Override
        public boolean allows(long rejected, long images) {
            return rejected <= most;
        }
    }

    /** So many of a hundred, in [0, 100]. */
    record Percent(double most) implements RejectionLimit {
        @Override
        public boolean allows(long rejected, long images) {
            return 100.0 * rejected <= most * images;
        }
    }

    /**
     * The limit that a user writes, such as {@code 10} or {@code 5%}.
     *
     * @throws UserError if it is neither a whole number nor a share
     */
    static RejectionLimit parse(String text) {
        try {
            boolean share = text.endsWith("%");
            double number = share
                    ? Double.parseDouble(text.substring(0, text.length() - 1).strip())
                    : Long.parseLong(text);
            if (number >= 0 && (!share || number <= 100)) {
                return share ? new Percent(number) : new Count((long) number);
            }
        } catch (NumberFormatException e) {
            throw new UserError(refusal(text), e);
        }
        throw new UserError(refusal(text));
    }

    private static String refusal(String text) {
        return "max-rejected = " + text + ": give a whole number of images, or a share such as 5%";
    }
}
