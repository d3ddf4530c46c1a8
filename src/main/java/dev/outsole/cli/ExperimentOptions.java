package dev.outsole.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that trains detectors. */
final class ExperimentOptions {
    @Option(
            names = "--detectors",
            paramLabel = "NAME",
            split = ",",
            description = "Detectors to compare, of those that 'outsole detectors' lists.")
    private @Nullable List<String> detectors;

    @Option(names = "--epochs", paramLabel = "N", description = "Passes over the training images.")
    private @Nullable Integer epochs;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of initial weights and shuffling; of a sweep the first.")
    private @Nullable Long seed;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Parts that an autoencoder is trained on side by side.")
    private @Nullable Integer workers;

    @Option(
            names = "--svm-sample",
            paramLabel = "N",
            description = "Fit the one-class SVM on so many training images, drawn at random; 0: on all.")
    private @Nullable Integer svmSample;

    @Option(
            names = "--calibration-fraction",
            paramLabel = "SHARE",
            description =
                    "Share of the normal training images that is held out to set the threshold of 'score' by; 0: none.")
    private @Nullable Double calibrationFraction;

    @Option(
            names = "--allow-collapsed",
            description = "Go on with a collapsed embedding when all restarts are used up, and mark its results.")
    private @Nullable Boolean allowCollapsed;

    @Option(
            names = "--output",
            paramLabel = "FOLDER",
            description = "Folder that gets the run directory (any Hadoop path).")
    private @Nullable String output;

    /** The settings that they stand for, with a command's own added; {@code null} values are options not given. */
    Map<String, @Nullable Object> with(Map<String, @Nullable Object> own) {
        Map<String, @Nullable Object> overrides = new HashMap<>(own);
        overrides.put("evaluate.detectors", detectors);
        overrides.put("evaluate.seed", seed);
        overrides.put("evaluate.output", output);
        overrides.put("evaluate.calibration-fraction", calibrationFraction);
        overrides.put("autoencoder.epochs", epochs);
        overrides.put("autoencoder.workers", workers);
        overrides.put("autoencoder.allow-collapsed", allowCollapsed);
        overrides.put("svm.sample", svmSample);
        return overrides;
    }
}
