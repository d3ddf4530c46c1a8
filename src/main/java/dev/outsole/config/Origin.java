package dev.outsole.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import java.util.stream.Collectors;

/** Where a value was written, for messages. */
final class Origin {

    private Origin() {}

    /** The option with its value, or the key as it is written in a file, its value, and the place. */
    static String told(String key, ConfigValue value) {
        ConfigOrigin origin = value.origin();
        String name = origin.description();
        return name.startsWith("--")
                ? name + " " + typed(value)
                : Settings.ROOT + "." + key + " = " + bracketed(value) + place(origin);
    }

    /** Of a value in a user's file; nothing of one that is Outsole's own. */
    static String place(ConfigOrigin origin) {
        return origin.filename() == null ? "" : " (" + origin.filename() + line(origin) + ")";
    }

    private static String line(ConfigOrigin origin) {
        return origin.lineNumber() > 0 ? ", line " + origin.lineNumber() : "";
    }

    private static String bracketed(ConfigValue value) {
        String text = written(value, ", ");
        return value instanceof ConfigList ? "[" + text + "]" : text;
    }

    /** An option's number is read already: 1 has become 1.0. */
    private static String typed(ConfigValue value) {
        String text = written(value, ",");
        return value.unwrapped() instanceof Number ? text.replaceFirst("\\.0$", "") : text;
    }

    /** Of a number in a file the library keeps the text, such as 1e-3. */
    private static String written(ConfigValue value, String separator) {
        return value instanceof ConfigList list
                ? list.stream().map(entry -> written(entry, separator)).collect(Collectors.joining(separator))
                : value.atKey("value").getString("value");
    }
}
