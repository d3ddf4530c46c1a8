package dev.outsole.cli;

import dev.outsole.config.Settings;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of every command that reads the settings and the images. */
final class SettingsOptions {
    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(names = "--data", paramLabel = "FOLDER", description = "Folder of the gzipped IDX files (any Hadoop path).")
    private @Nullable String data;

    @Option(
            names = "--table",
            paramLabel = "FOLDER",
            description = "Folder of the image table; made from the IDX files when missing.")
    private @Nullable String table;

    /** The settings in force, with a command's own options on top; {@code null} values are options not given. */
    Settings load(Map<String, @Nullable Object> overrides) {
        Map<String, @Nullable Object> given = new HashMap<>(overrides);
        given.put("data.source", data);
        given.put("data.table", table);
        return config.load(given);
    }
}
