package dev.outsole.cli;

import dev.outsole.config.Settings;
import dev.outsole.spark.ShippedFiles;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of every command that reads the settings. */
final class ConfigOption {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings file (HOCON); keys that it lacks are as in conf/outsole.conf.")
    private @Nullable String config;

    /** The settings in force, with a command's own options on top; {@code null} values are options not given. */
    Settings load(Map<String, ? extends @Nullable Object> options) {
        Map<String, Object> given = new HashMap<>();
        options.forEach((key, value) -> {
            if (value != null) {
                given.put(key, value);
            }
        });
        return Settings.load(Optional.ofNullable(config).map(ShippedFiles::find), given);
    }
}
