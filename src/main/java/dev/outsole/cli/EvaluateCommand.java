package dev.outsole.cli;

import dev.outsole.config.Overrides;
import dev.outsole.config.Settings;
import dev.outsole.job.EvaluateJob;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code outsole evaluate}. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description =
                "Evaluate one pair of classes: learn the normal class, score both, write metrics, scores, models and pictures.")
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create(); // replaced by picocli

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Mixin
    private ExperimentOptions experiment = new ExperimentOptions();

    @Option(names = "--normal", paramLabel = "CLASS", description = "Class that is learnt: name or number.")
    private @Nullable String normal;

    @Option(names = "--abnormal", paramLabel = "CLASS", description = "Class that should be noticed: name or number.")
    private @Nullable String abnormal;

    @Override
    public Integer call() throws InterruptedException {
        Settings inForce = settings.loadForData(spec, overrides());
        EvaluateJob.Outcome outcome;
        try (TerminalProgress progress = TerminalProgress.start()) {
            outcome = Interruption.during(spec, progress, HowToGoOn.AGAIN, new EvaluateJob(inForce, progress)::run);
        }
        ResultTable.print(
                outcome, spec.commandLine().getOut(), spec.commandLine().getErr());
        return 0;
    }

    private Overrides overrides() {
        Overrides own = new Overrides()
                .set("evaluate.normal", "--normal", normal)
                .set("evaluate.abnormal", "--abnormal", abnormal);
        return experiment.in(own, "evaluate");
    }
}
