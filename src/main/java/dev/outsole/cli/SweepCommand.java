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

    @Mixin
    private ExperimentOptions experiment = new ExperimentOptions();

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

    @Option(names = "--seeds", paramLabel = "N", description = "How many seeds, from the first on.")
    private @Nullable Integer seeds;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description = "Models that are trained at once; 0: as many as Spark has slots.")
    private @Nullable Integer concurrency;

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
        Map<String, @Nullable Object> own = new HashMap<>();
        own.put("sweep.normal", normal);
        own.put("sweep.abnormal", abnormal);
        own.put("sweep.seeds", seeds);
        own.put("sweep.concurrency", concurrency);
        return experiment.with(own);
    }
}
