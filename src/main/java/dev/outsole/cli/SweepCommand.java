package dev.outsole.cli;

import dev.outsole.config.Overrides;
import dev.outsole.config.Settings;
import dev.outsole.job.SweepJob;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    @Mixin
    private SweepOptions sweep = new SweepOptions();

    @Override
    public Integer call() throws InterruptedException {
        Settings inForce = settings.load(experiment.in(sweep.in(new Overrides()), "evaluate"));
        SweepJob.Outcome outcome;
        try (TerminalProgress progress = TerminalProgress.start()) {
            outcome = new SweepJob(inForce, sweep.resumed(), progress).run();
        }
        SweepTable.print(
                outcome, spec.commandLine().getOut(), spec.commandLine().getErr());
        return outcome.summary().failed().isEmpty() ? 0 : 1;
    }
}
