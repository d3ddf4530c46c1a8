package dev.outsole.config;

import com.typesafe.config.ConfigFactory;
import java.util.Optional;

/** Settings of a version that has more of them: the packaged text with a line behind it. */
public final class ExtraKey {
    private ExtraKey() {}

    /** @param line of HOCON, with the whole key */
    public static Settings load(String line, Overrides overrides) {
        return Settings.load(
                ConfigFactory.parseString(line).withFallback(SettingsFile.packaged()), Optional.empty(), overrides);
    }
}
