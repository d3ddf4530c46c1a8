package dev.outsole.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import dev.outsole.InvalidSetting;
import dev.outsole.UserError;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads settings by their keys. What is wrong with one is said in words, with the option or the key and the file that it comes from. */
final class Values {
    private static final String WHOLE = "give a whole number";
    private final Config config;

    /** Of the settings below the root. */
    Values(Config config) {
        this.config = config;
    }

    String text(String key) {
        return read(key, "give a text", config::getString);
    }

    List<String> texts(String key) {
        return read(key, "give a list, such as [a, b]", config::getStringList);
    }

    boolean flag(String key) {
        return read(key, "give true or false", config::getBoolean);
    }

    double number(String key) {
        return read(key, "give a number", config::getDouble);
    }

    int whole(String key) {
        return (int) whole(key, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    long wholeLong(String key) {
        return whole(key, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    List<Integer> wholes(String key) {
        List<? extends Number> numbers = read(key, "give a list of whole numbers", config::getNumberList);
        return numbers.stream()
                .map(number -> (int) whole(key, number, Integer.MIN_VALUE, Integer.MAX_VALUE))
                .toList();
    }

    /** Whole numbers and nothing else: the library itself would cut 2.5 down to 2 without a word. */
    private long whole(String key, long least, long most) {
        return whole(key, read(key, WHOLE, config::getNumber), least, most);
    }

    private long whole(String key, Number number, long least, long most) {
        double value = number.doubleValue();
        if (value % 1 != 0) {
            throw wrong(key, WHOLE);
        }
        if (value < least || value > most) {
            throw wrong(key, WHOLE + " from " + least + " to " + most);
        }
        return number.longValue();
    }

    private <T> T read(String key, String mend, Function<String, T> getter) {
        try {
            return getter.apply(key);
        } catch (ConfigException.Missing | ConfigException.WrongType | ConfigException.BadValue e) {
            throw new UserError(told(key) + ": " + mend, e);
        }
    }

    /** A value that is of the right type, and wrong all the same. */
    UserError wrong(String key, String mend) {
        return new UserError(told(key) + ": " + mend);
    }

    /**
     * Makes what checks its own values, and says of a wrong one where it comes from.
     *
     * @param groups that its values are from, such as {@code svm}
     */
    <T> T checked(List<String> groups, Supplier<T> made) {
        try {
            return made.get();
        } catch (InvalidSetting e) {
            String name = kebab(e.setting());
            throw groups.stream()
                    .map(group -> group + "." + name)
                    .filter(config::hasPath)
                    .findFirst()
                    .<UserError>map(key -> new UserError(told(key) + ": " + e.mend(), e))
                    .orElse(e);
        }
    }

    private static String kebab(String camel) {
        return camel.replaceAll("(\\p{Lu})", "-$1").toLowerCase(Locale.ROOT);
    }

    /** What the user has written, as they would find it: {@code --epochs 0}, or {@code outsole.autoencoder.epochs = 0 (own.conf, line 3)}. */
    private String told(String key) {
        return config.hasPath(key) ? Origin.told(key, config.getValue(key)) : Settings.ROOT + "." + key + " = null";
    }
}
