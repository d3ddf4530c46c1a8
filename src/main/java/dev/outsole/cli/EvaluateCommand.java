package dev.outsole.cli;

import dev.outsole.config.Settings;
import dev.outsole.job.EvaluateJob;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    @Option(names = "--normal", paramLabel = "CLASS", description = "Class that is learnt: name or number.")
    private @Nullable String normal;

    @Option(names = "--abnormal", paramLabel = "CLASS", description = "Class that should be noticed: name or number.")
    private @Nullable String abnormal;

    @Option(
            names = "--detectors",
            paramLabel = "NAME",
            split = ",",
            description = "Detectors to compare: pixels, autoencoder.")
    private @Nullable List<String> detectors;

    @Option(names = "--epochs", paramLabel = "N", description = "Passes over the training images.")
    private @Nullable Integer epochs;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of initial weights and shuffling.")
    private @Nullable Long seed;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Parts that the autoencoder is trained on side by side.")
    private @Nullable Integer workers;

    @Option(
            names = "--svm-sample",
            paramLabel = "N",
            description = "Fit the one-class SVM on so many training images, drawn at random; 0: on all.")
    private @Nullable Integer svmSample;

    @Option(
            names = "--allow-collapsed",
            description = "Go on with a collapsed embedding when all restarts are used up, and mark its results.")
    private @Nullable Boolean allowCollapsed;

    @Option(
            names = "--output",
            paramLabel = "FOLDER",
            description = "Folder that gets the run directory (any Hadoop path).")
    private @Nullable String output;

    @Override
    public Integer call() {
        Settings inForce = settings.load(overrides());
        EvaluateJob.Outcome outcome;
        try (TerminalProgress progress = TerminalProgress.start()) {
            outcome = new EvaluateJob(inForce, progress).run();
        }
        ResultTable.print(
                outcome, spec.commandLine().getOut(), spec.commandLine().getErr());
        return 0;
    }

    private Map<String, @Nullable Object> overrides() {
        Map<String, @Nullable Object> overrides = new HashMap<>();
        overrides.put("evaluate.normal", normal);
        overrides.put("evaluate.abnormal", abnormal);
        overrides.put("evaluate.detectors", detectors);
        overrides.put("evaluate.seed", seed);
        overrides.put("evaluate.output", output);
        overrides.put("autoencoder.epochs", epochs);
        overrides.put("autoencoder.workers", workers);
        overrides.put("autoencoder.allow-collapsed", allowCollapsed);
        overrides.put("svm.sample", svmSample);
        return overrides;
    }
}
