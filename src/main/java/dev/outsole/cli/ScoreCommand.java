package dev.outsole.cli;

import dev.outsole.config.Overrides;
import dev.outsole.config.RejectionLimit;
import dev.outsole.config.ScoreSettings;
import dev.outsole.job.ScoreJob;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code outsole score}. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description = "Score new images with a saved model, and tell which are abnormal.",
        exitCodeList = {
            "0:done",
            "1:failed; or no image was scored, or more were rejected than --max-rejected allows, and the scores are"
                    + " there",
            "2:your mistake, with one line that says how to mend it"
        })
final class ScoreCommand implements Callable<Integer> {
    private static final int FAILED = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create(); // replaced by picocli

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(
            names = "--model",
            required = true,
            paramLabel = "FOLDER",
            description = "Directory of a saved model, such as RUN/models/autoencoder (any Hadoop path).")
    private String model = "";

    @Option(
            names = "--input",
            required = true,
            paramLabel = "IMAGES",
            description =
                    "Images: a table that 'ingest' made, Parquet, IDX files, or pictures (JPEG, PNG, GIF, BMP, TIFF,"
                            + " WebP) and folders of them (any Hadoop path).")
    private String input = "";

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FOLDER",
            description = "Directory that is made for the scores (any Hadoop path).")
    private String output = "";

    @Option(
            names = "--false-alarm-rate",
            paramLabel = "SHARE",
            description = "Share of normal images that may be called abnormal, between 0 and 1.")
    private @Nullable Double falseAlarmRate;

    @Option(names = "--strict", description = "Fail if there is an image that can't be scored.")
    private boolean strict;

    @Option(
            names = "--max-rejected",
            paramLabel = "N|SHARE%",
            description =
                    "End with exit code 1 if more images can't be scored, such as 10 or 5%%; the scores are kept.")
    private @Nullable String maxRejected;

    @Override
    public Integer call() throws InterruptedException {
        RejectionLimit limit = maxRejected == null ? new RejectionLimit.Any() : RejectionLimit.parse(maxRejected);
        Overrides own = new Overrides().set("score.false-alarm-rate", "--false-alarm-rate", falseAlarmRate);
        ScoreSettings settings = config.load(own).score(model, input, output, strict, limit);
        ScoreJob.Outcome outcome;
        try (TerminalProgress progress = TerminalProgress.start()) {
            outcome = Interruption.during(spec, progress, HowToGoOn.AGAIN, new ScoreJob(settings, progress)::run);
        }
        ScoreTable.print(
                outcome, spec.commandLine().getOut(), spec.commandLine().getErr());
        outcome.failure()
                .ifPresent(failure -> spec.commandLine().getErr().println(spec.qualifiedName() + ": " + failure));
        return outcome.failure().isPresent() ? FAILED : 0;
    }
}
