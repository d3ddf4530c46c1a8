package dev.outsole.config;

import com.typesafe.config.Config;
import dev.outsole.UserError;
import java.util.List;

/** Reads whole numbers, and nothing else as one: the library itself would cut 2.5 down to 2 without a word. */
final class WholeNumbers {
    private final Config config;

    WholeNumbers(Config config) {
        this.config = config;
    }

    int ofInt(String key) {
        requireWhole(key, config.getNumber(key));
        return config.getInt(key);
    }

    long ofLong(String key) {
        requireWhole(key, config.getNumber(key));
        return config.getLong(key);
    }

    List<Integer> ofInts(String key) {
        config.getNumberList(key).forEach(number -> requireWhole(key, number));
        return config.getIntList(key);
    }

    private static void requireWhole(String key, Number number) {
        if (number.doubleValue() % 1 != 0) {
            throw new UserError(key + " = " + number + ": give a whole number");
        }
    }
}
