package dev.outsole.cli;

import dev.outsole.config.Overrides;
import dev.outsole.job.TuneJob;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code outsole tune}. */
@Command(
        name = "tune",
        mixinStandardHelpOptions = true,
        description =
                "Choose settings of the detector 'neighbours' without labels: by how well each tells normal images"
                        + " held out from synthetic anomalies made of them.")
final class TuneCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create(); // replaced by picocli

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Option(
            names = "--normal",
            paramLabel = "CLASS",
            split = ",",
            description = "Classes whose images settings are tried on; all if not given.")
    private @Nullable List<String> normal;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the images held out and the anomalies made.")
    private @Nullable Long seed;

    @Option(
            names = "--output",
            paramLabel = "FOLDER",
            description = "Folder that gets the run directory (any Hadoop path).")
    private @Nullable String output;

    @Override
    public Integer call() throws InterruptedException {
        Overrides overrides = new Overrides()
                .set("sweep.normal", "--normal", normal)
                .set("evaluate.seed", "--seed", seed)
                .set("evaluate.output", "--output", output);
        TuneJob.Outcome outcome;
        try (TerminalProgress progress = TerminalProgress.start()) {
            outcome = Interruption.during(
                    spec, progress, HowToGoOn.AGAIN, new TuneJob(settings.loadForData(spec, overrides), progress)::run);
        }
        TuneTable.print(outcome, spec.commandLine().getOut());
        return 0;
    }
}
