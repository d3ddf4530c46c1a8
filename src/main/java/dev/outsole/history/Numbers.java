package dev.outsole.history;

import java.util.Locale;

/** Text with numbers in it, the same wherever it is made. */
final class Numbers {

    private Numbers() {}

    static String text(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
