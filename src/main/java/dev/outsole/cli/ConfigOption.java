package dev.outsole.cli;

import dev.outsole.config.Overrides;
import dev.outsole.config.Settings;
import dev.outsole.job.Resumption;
import dev.outsole.spark.ShippedFiles;
import java.io.File;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of every command that reads the settings. Where it isn't given, the launcher's environment names the project's file. */
final class ConfigOption {
    private static final String VARIABLE = "OUTSOLE_CONFIG";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings file (HOCON); keys that it lacks are as in conf/outsole.conf.")
    private @Nullable String config;

    /** Those that a sweep began with, which a command's own options may not change. */
    Settings resume(Overrides overrides, Resumption sweep) {
        return Settings.resume(users(), overrides, sweep.directory(), sweep.manifest());
    }

    /** The settings in force, with a command's own options on top. */
    Settings load(Overrides overrides) {
        return Settings.load(
                users().or(() -> Optional.ofNullable(System.getenv(VARIABLE)).map(File::new)), overrides);
    }

    private Optional<File> users() {
        return Optional.ofNullable(config).map(ShippedFiles::find);
    }
}
