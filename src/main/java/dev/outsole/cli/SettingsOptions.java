package dev.outsole.cli;

import dev.outsole.config.Settings;
import dev.outsole.spark.ShippedFiles;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that reads the settings and the images. */
final class SettingsOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings file (HOCON); keys that it lacks are as in conf/outsole.conf.")
    private @Nullable String config;

    @Option(names = "--data", paramLabel = "FOLDER", description = "Folder of the gzipped IDX files (any Hadoop path).")
    private @Nullable String data;

    @Option(
            names = "--table",
            paramLabel = "FOLDER",
            description = "Folder of the image table; made from the IDX files when missing.")
    private @Nullable String table;

    /** The settings in force, with a command's own options on top; {@code null} values are options not given. */
    Settings load(Map<String, @Nullable Object> overrides) {
        Map<String, Object> given = new HashMap<>();
        put(given, "data.source", data);
        put(given, "data.table", table);
        overrides.forEach((key, value) -> put(given, key, value));
        return Settings.load(Optional.ofNullable(config).map(ShippedFiles::find), given);
    }

    private static void put(Map<String, Object> given, String key, @Nullable Object value) {
        if (value != null) {
            given.put(key, value);
        }
    }
}
