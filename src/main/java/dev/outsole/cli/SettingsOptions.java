package dev.outsole.cli;

import dev.outsole.config.Overrides;
import dev.outsole.config.Settings;
import dev.outsole.job.Resumption;
import java.util.Optional;
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

    /** The settings in force, with a command's own options on top. */
    Settings load(Overrides overrides) {
        return config.load(in(overrides));
    }

    /** The same, or those of a sweep that is to go on. */
    Settings load(Overrides overrides, Optional<Resumption> sweep) {
        return sweep.map(begun -> config.resume(in(overrides), begun)).orElseGet(() -> load(overrides));
    }

    private Overrides in(Overrides overrides) {
        return overrides.set("data.source", "--data", data).set("data.table", "--table", table);
    }
}
