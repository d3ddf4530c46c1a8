package dev.outsole.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the command line sets: values by the key of their setting, and the option that gave each. */
public final class Overrides {
    private final Map<String, Given> given = new TreeMap<>();

    private record Given(String option, Object value) {}

    /**
     * Notes an option.
     *
     * @param key of the setting that it stands for, such as {@code autoencoder.epochs}
     * @param option its name, such as {@code --epochs}
     * @param value {@code null} if the option was not given
     */
    public Overrides set(String key, String option, @Nullable Object value) {
        if (value != null) {
            given.put(key, new Given(option, value));
        }
        return this;
    }

    /** The values without the root; the origin of each is its option. */
    Config asConfig() {
        Config config = ConfigFactory.empty();
        for (Map.Entry<String, Given> entry : given.entrySet()) {
            Given one = entry.getValue();
            config = config.withValue(entry.getKey(), ConfigValueFactory.fromAnyRef(one.value(), one.option()));
        }
        return config;
    }
}
