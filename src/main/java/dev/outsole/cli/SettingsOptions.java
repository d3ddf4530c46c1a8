package dev.outsole.cli;

import dev.outsole.config.Overrides;
import dev.outsole.config.Settings;
import dev.outsole.detector.Detectors;
import dev.outsole.job.KnownClasses;
import dev.outsole.job.Resumption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Options of every command that reads the settings and the images. */
final class SettingsOptions {
    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Folder of the IDX files, gzipped or not (any Hadoop path).")
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

    /** As {@link #load(Overrides)}, with the classes that the data have. */
    Settings loadForData(CommandSpec spec, Overrides overrides) {
        return withClasses(spec, load(overrides));
    }

    /**
     * The same settings with the classes that the data have; those that are left out are named on standard error. What can be wrong whatever
     * the data are is told first.
     */
    static Settings withClasses(CommandSpec spec, Settings settings) {
        settings.checkValues();
        settings.detectors().forEach(Detectors::of);
        KnownClasses known = KnownClasses.of(settings);
        known.warning().ifPresent(spec.commandLine().getErr()::println);
        return known.settings();
    }

    private Overrides in(Overrides overrides) {
        return overrides.set("data.source", "--data", data).set("data.table", "--table", table);
    }
}
