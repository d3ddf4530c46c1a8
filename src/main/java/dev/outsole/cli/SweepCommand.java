package dev.outsole.cli;

import dev.outsole.config.Overrides;
import dev.outsole.config.Settings;
import dev.outsole.job.Resumption;
import dev.outsole.job.SweepJob;
import java.util.Optional;
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
        Optional<Resumption> resumed = sweep.resumed();
        Settings inForce = settings.load(experiment.in(sweep.in(new Overrides()), "evaluate"), resumed);
        Optional<SweepJob.Outcome> finished = resumed.flatMap(Resumption::finished);
        if (finished.isPresent()) {
            spec.commandLine()
                    .getErr()
                    .println("nothing to do: the sweep in " + finished.get().directory() + " is complete");
            return shown(finished.get());
        }
        resumed.ifPresent(sweep::requireSameBuild);
        return shown(run(SettingsOptions.withClasses(spec, inForce), resumed.map(Resumption::directory)));
    }

    private SweepJob.Outcome run(Settings inForce, Optional<String> resumed) throws InterruptedException {
        try (TerminalProgress progress = TerminalProgress.start()) {
            SweepJob job = new SweepJob(inForce, resumed, progress);
            return Interruption.during(spec, progress, () -> HowToGoOn.sweep(job.kept()), job::run);
        }
    }

    private int shown(SweepJob.Outcome outcome) {
        SweepTable.print(
                outcome, spec.commandLine().getOut(), spec.commandLine().getErr());
        return outcome.summary().failed().isEmpty() ? 0 : 1;
    }
}
