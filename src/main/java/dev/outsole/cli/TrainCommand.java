package dev.outsole.cli;

import dev.outsole.config.Overrides;
import dev.outsole.config.Settings;
import dev.outsole.job.TrainJob;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code outsole train}. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Learn one normal class, and keep models that 'score' applies to new images.")
final class TrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create(); // replaced by picocli

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Mixin
    private ExperimentOptions experiment = new ExperimentOptions();

    @Option(names = "--normal", paramLabel = "CLASS", description = "Class that is learnt: name or number.")
    private @Nullable String normal;

    @Override
    public Integer call() throws InterruptedException {
        Overrides own = new Overrides().set("evaluate.normal", "--normal", normal);
        Settings inForce = settings.loadForData(spec, experiment.in(own, "train"));
        TrainJob.Outcome outcome;
        try (TerminalProgress progress = TerminalProgress.start()) {
            outcome = Interruption.during(spec, progress, HowToGoOn.AGAIN, new TrainJob(inForce, progress)::run);
        }
        TrainTable.print(
                outcome, spec.commandLine().getOut(), spec.commandLine().getErr());
        return 0;
    }
}
