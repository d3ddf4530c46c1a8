package dev.outsole.image;

import dev.outsole.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The two parts of a data set: what a detector learns from, and what it is judged by. */
public enum Split {
    TRAIN,
    TEST;

    /** The name in tables, files and on the command line: {@code train} or {@code test}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Split of(String key) {
        return Arrays.stream(values())
                .filter(split -> split.key().equals(key))
                .findFirst()
                .orElseThrow(() -> UserError.unknown("split", key, List.of("train", "test"), "it is train or test"));
    }
}
