package dev.outsole.cli;

import dev.outsole.config.Overrides;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a command that is about a history alone. */
final class HistoryOption {
    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(names = "--history", paramLabel = "FOLDER", description = "Folder of the history (any Hadoop path).")
    private @Nullable String history;

    /** The folder that is given, or the settings' one. */
    String folder() {
        return config.load(new Overrides().set("nightly.history", "--history", history))
                .nightly()
                .history();
    }
}
