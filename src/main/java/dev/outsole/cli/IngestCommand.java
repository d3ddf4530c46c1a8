package dev.outsole.cli;

import dev.outsole.UserError;
import dev.outsole.config.DataSettings;
import dev.outsole.config.Overrides;
import dev.outsole.idx.IdxFiles;
import dev.outsole.idx.IdxSource;
import dev.outsole.image.Split;
import dev.outsole.job.IngestJob;
import dev.outsole.spark.Ingest;
import java.util.List;
import java.util.Map;
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
        description = "Make the image table from gzipped IDX files: Fashion-MNIST, or any data set of that format.")
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
            description = "Names of the classes, in the order of their labels.")
    private @Nullable List<String> classes;

    @Override
    public Integer call() throws InterruptedException {
        Overrides own = new Overrides().set("data.classes", "--classes", classes);
        DataSettings data = settings.load(own).data();
        IdxSource source = source(data);
        try (TerminalProgress progress = TerminalProgress.start()) {
            Ingest.Outcome outcome =
                    Interruption.during(spec, progress, HowToGoOn.AGAIN, new IngestJob(data, source, progress)::run);
            spec.commandLine().getOut().println(message(outcome) + data.table());
        }
        return 0;
    }

    private static String message(Ingest.Outcome outcome) {
        return switch (outcome) {
            case WRITTEN -> "image table written to ";
            case ALREADY_THERE -> "nothing to do: the same images are already in ";
        };
    }

    private IdxSource source(DataSettings data) {
        if (images == null && labels == null) {
            return IdxSource.inFolder(data.source());
        }
        return new IdxSource(files(Split.TRAIN), files(Split.TEST));
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
