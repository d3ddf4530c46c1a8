package dev.outsole.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValue;
import dev.outsole.UserError;
import java.io.File;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads files of settings: the packaged one, and a user's own, whose keys must all be known. */
final class SettingsFile {
    private static final String PACKAGED = "outsole.conf";

    private SettingsFile() {}

    static Config packaged() {
        return ConfigFactory.parseResources(Settings.class.getClassLoader(), PACKAGED, required());
    }

    /**
     * A user's own.
     *
     * @param packaged has all keys that there are
     * @throws UserError if it can't be read, is malformed, or has a key that doesn't exist
     */
    static Config own(File file, Config packaged) {
        if (!file.canRead() || file.isDirectory()) {
            throw new UserError("settings file " + file + " can't be read: name another with --config");
        }
        try {
            Config own = ConfigFactory.parseFile(file, required());
            refuseUnknownKeys(file, own, packaged);
            return own;
        } catch (ConfigException.Parse e) {
            throw new UserError("settings file " + file + line(e.origin()) + ": " + finding(e), e);
        }
    }

    private static ConfigParseOptions required() {
        return ConfigParseOptions.defaults().setAllowMissing(false);
    }

    private static String line(ConfigOrigin origin) {
        return origin == null || origin.lineNumber() < 1 ? "" : ", line " + origin.lineNumber();
    }

    /** Without the place that the library puts before it. */
    private static String finding(ConfigException.Parse e) {
        String message = String.valueOf(e.getMessage());
        String place = e.origin() == null ? "" : e.origin().description() + ": ";
        return message.startsWith(place) ? message.substring(place.length()) : message;
    }

    private static void refuseUnknownKeys(File file, Config own, Config packaged) {
        Map<String, ConfigValue> known = keys(packaged);
        TreeMap<String, ConfigValue> unknown = new TreeMap<>(keys(own));
        unknown.keySet().removeAll(known.keySet());
        if (!unknown.isEmpty()) {
            Map.Entry<String, ConfigValue> first = unknown.firstEntry();
            String others = unknown.keySet().stream().skip(1).collect(Collectors.joining(", "));
            throw UserError.unknown(
                    "key",
                    first.getKey(),
                    known.keySet(),
                    file + line(first.getValue().origin()) + "; "
                            + (others.isEmpty() ? "" : "nor are there " + others + "; ")
                            + "conf/outsole.conf lists those that there are");
        }
    }

    /** All values by their whole keys. */
    static Map<String, ConfigValue> keys(Config config) {
        Map<String, ConfigValue> keys = new TreeMap<>();
        collect("", config.root(), keys);
        return keys;
    }

    private static void collect(String prefix, ConfigObject object, Map<String, ConfigValue> keys) {
        object.forEach((key, value) -> {
            if (value instanceof ConfigObject inner) {
                collect(prefix + key + ".", inner, keys);
            } else {
                keys.put(prefix + key, value);
            }
        });
    }
}
