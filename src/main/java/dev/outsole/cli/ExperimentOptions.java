package dev.outsole.cli;

import dev.outsole.config.Overrides;
import java.util.List;
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

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description = "Passes over the training images by the network of the detector 'autoencoder';"
                    + " that of 'reconstruction' always takes 10.")
    private @Nullable Integer epochs;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of all that is drawn at random, such as initial weights; of a sweep the first.")
    private @Nullable Long seed;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description =
                    "Parts of the training images that a network ('autoencoder', 'reconstruction') is trained on side by side.")
    private @Nullable Integer workers;

    @Option(
            names = "--svm-sample",
            paramLabel = "N",
            description =
                    "Fit the one-class SVM ('pixels', 'autoencoder') on so many training images, drawn at random; 0: on all.")
    private @Nullable Integer svmSample;

    @Option(
            names = "--calibration-fraction",
            paramLabel = "SHARE",
            description =
                    "Share of the normal training images that is held out to set the threshold of 'score' by; 0: none.")
    private @Nullable Double calibrationFraction;

    @Option(
            names = "--allow-collapsed",
            description =
                    "Go on with a network ('autoencoder', 'reconstruction') whose embedding has collapsed in all restarts, and"
                            + " mark its results.")
    private @Nullable Boolean allowCollapsed;

    @Option(
            names = "--output",
            paramLabel = "FOLDER",
            description = "Folder that gets the run directory (any Hadoop path).")
    private @Nullable String output;

    /**
     * Notes them.
     *
     * @param command whose share of images held out is meant: {@code evaluate} (and {@code sweep}) or {@code train}
     */
    Overrides in(Overrides overrides, String command) {
        return overrides
                .set("evaluate.detectors", "--detectors", detectors)
                .set("evaluate.seed", "--seed", seed)
                .set("evaluate.output", "--output", output)
                .set(command + ".calibration-fraction", "--calibration-fraction", calibrationFraction)
                .set("autoencoder.epochs", "--epochs", epochs)
                .set("autoencoder.workers", "--workers", workers)
                .set("autoencoder.allow-collapsed", "--allow-collapsed", allowCollapsed)
                .set("svm.sample", "--svm-sample", svmSample);
    }
}
