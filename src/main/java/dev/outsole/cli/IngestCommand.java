package dev.outsole.cli;

import dev.outsole.UserError;
import dev.outsole.config.Overrides;
import dev.outsole.config.Settings;
import dev.outsole.idx.IdxFiles;
import dev.outsole.idx.IdxSource;
import dev.outsole.image.Split;
import dev.outsole.job.IngestJob;
import dev.outsole.spark.Ingest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code outsole ingest}. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description =
                "Make the image table from IDX files, gzipped or not: Fashion-MNIST, or any data set of that format.")
final class IngestCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create(); // replaced by picocli

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Option(
            names = "--images",
            paramLabel = "SPLIT=FILE",
            split = ",",
            description =
                    "Image files by split: train=FILE,test=FILE. Without it: those in --data under MNIST's names.")
    private @Nullable Map<String, String> images;

    @Option(
            names = "--labels",
            paramLabel = "SPLIT=FILE",
            split = ",",
            description = "Label files by split, as for --images.")
    private @Nullable Map<String, String> labels;

    @Option(
            names = "--classes",
            paramLabel = "NAME",
            split = ",",
            description = "Names of the classes, in the order of their labels; numbers if none are given or known.")
    private @Nullable List<String> classes;

    @Override
    public Integer call() throws InterruptedException {
        Overrides own = new Overrides().set("data.classes", "--classes", classes);
        Settings inForce = settings.load(own);
        Optional<IdxSource> source = source();
        try (TerminalProgress progress = TerminalProgress.start()) {
            IngestJob.Outcome outcome =
                    Interruption.during(spec, progress, HowToGoOn.AGAIN, new IngestJob(inForce, source, progress)::run);
            spec.commandLine().getOut().println(message(outcome.made()) + inForce.table());
            outcome.warning().ifPresent(spec.commandLine().getErr()::println);
        }
        return 0;
    }

    private static String message(Ingest.Outcome outcome) {
        return switch (outcome) {
            case WRITTEN -> "image table written to ";
            case ALREADY_THERE -> "nothing to do: the same images are already in ";
        };
    }

    /** The files that are named one by one. */
    private Optional<IdxSource> source() {
        return images == null && labels == null
                ? Optional.empty()
                : Optional.of(new IdxSource(files(Split.TRAIN), files(Split.TEST)));
    }

    private IdxFiles files(Split split) {
        return new IdxFiles(file("--images", images, split), file("--labels", labels, split));
    }

    private static String file(String option, @Nullable Map<String, String> files, Split split) {
        Map<String, String> given = files == null ? Map.of() : files;
        given.keySet().forEach(Split::of);
        String file = given.get(split.key());
        if (file == null) {
            throw new UserError(
                    option + " names no file for " + split.key() + ": give " + option + " train=FILE,test=FILE");
        }
        return file;
    }
}
