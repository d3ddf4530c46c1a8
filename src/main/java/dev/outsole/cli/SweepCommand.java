package dev.outsole.cli;

import dev.outsole.config.Settings;
import dev.outsole.job.SweepJob;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code outsole sweep}. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        description =
                "Evaluate every pair of classes: train a model for each detector, normal class and seed, side by side.")
final class SweepCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create(); // replaced by picocli

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Option(
            names = "--normal",
            paramLabel = "CLASS",
            split = ",",
            description = "Classes that are learnt; all if not given.")
    private @Nullable List<String> normal;

    @Option(
            names = "--abnormal",
            paramLabel = "CLASS",
            split = ",",
            description = "Classes that should be noticed; all if not given.")
    private @Nullable List<String> abnormal;

    @Option(
            names = "--detectors",
            paramLabel = "NAME",
            split = ",",
            description = "Detectors to compare: pixels, autoencoder.")
    private @Nullable List<String> detectors;

    @Option(names = "--seed", paramLabel = "N", description = "The first seed.")
    private @Nullable Long seed;

    @Option(names = "--seeds", paramLabel = "N", description = "How many seeds, from the first on.")
    private @Nullable Integer seeds;

    @Option(names = "--epochs", paramLabel = "N", description = "Passes over the training images.")
    private @Nullable Integer epochs;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Parts that each autoencoder is trained on side by side.")
    private @Nullable Integer workers;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description = "Models that are trained at once; 0: as many as Spark has slots.")
    private @Nullable Integer concurrency;

    @Option(
            names = "--allow-collapsed",
            description = "Go on with a collapsed embedding when all restarts are used up, and mark its results.")
    private @Nullable Boolean allowCollapsed;

    @Option(
            names = "--output",
            paramLabel = "FOLDER",
            description = "Folder that gets the run directory (any Hadoop path).")
    private @Nullable String output;

    @Option(
            names = "--resume",
            paramLabel = "RUN",
            description =
                    "Go on with the sweep in this run directory: train what is missing, with the same settings and data.")
    private @Nullable String resume;

    @Override
    public Integer call() throws InterruptedException {
        Settings inForce = settings.load(overrides());
        SweepJob.Outcome outcome;
        try (TerminalProgress progress = TerminalProgress.start()) {
            outcome = new SweepJob(inForce, Optional.ofNullable(resume), progress).run();
        }
        SweepTable.print(
                outcome, spec.commandLine().getOut(), spec.commandLine().getErr());
        return outcome.summary().failed().isEmpty() ? 0 : 1;
    }

    private Map<String, @Nullable Object> overrides() {
        Map<String, @Nullable Object> overrides = new HashMap<>();
        overrides.put("sweep.normal", normal);
        overrides.put("sweep.abnormal", abnormal);
        overrides.put("sweep.seeds", seeds);
        overrides.put("sweep.concurrency", concurrency);
        overrides.put("evaluate.detectors", detectors);
        overrides.put("evaluate.seed", seed);
        overrides.put("evaluate.output", output);
        overrides.put("autoencoder.epochs", epochs);
        overrides.put("autoencoder.workers", workers);
        overrides.put("autoencoder.allow-collapsed", allowCollapsed);
        return overrides;
    }
}
