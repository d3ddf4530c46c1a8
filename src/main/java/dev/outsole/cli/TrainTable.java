package dev.outsole.cli;

import dev.outsole.job.TrainJob;
import dev.outsole.result.Training;
import dev.outsole.result.TrainingRun;
import java.io.PrintWriter;
import java.util.Locale;

/** What is shown at the end of a training. */
final class TrainTable {

    private TrainTable() {}

    /** The models and the path of the result to {@code out}, warnings to {@code err}. */
    static void print(TrainJob.Outcome outcome, PrintWriter out, PrintWriter err) {
        TrainingRun run = outcome.run();
        out.printf(
                Locale.ROOT, "%s (normal): %d images learnt, %d held out%n", run.normal(), run.images(), run.heldOut());
        run.detectors().keySet().forEach(detector -> out.println(outcome.directory() + "/models/" + detector));
        out.flush();
        run.detectors().forEach((name, detector) -> {
            Training training = detector.training();
            if (training != null && training.collapsed()) {
                err.printf("warning: %s: the embedding has collapsed; its scores say nothing%n", name);
            }
            if (detector.constant()) {
                err.printf("warning: %s: all training images look the same to the one-class SVM%n", name);
            }
        });
        err.flush();
    }
}
