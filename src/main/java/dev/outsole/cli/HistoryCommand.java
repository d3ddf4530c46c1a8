package dev.outsole.cli;

import dev.outsole.history.HistoryLine;
import dev.outsole.job.HistoryJob;
import dev.outsole.job.HistoryRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code outsole history}. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description =
                "Show the nights of a history: mean AUC of each detector, or one pair's, and how the nights went.")
final class HistoryCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create(); // replaced by picocli

    @Mixin
    private HistoryOption history = new HistoryOption();

    @Option(
            names = "--last",
            paramLabel = "N",
            defaultValue = "30",
            description = "So many nights, the last ones; ${DEFAULT-VALUE} if not given.")
    private int last;

    @Option(names = "--detector", paramLabel = "NAME", description = "This detector alone.")
    private @Nullable String detector;

    @Option(
            names = "--pair",
            paramLabel = "NORMAL/ABNORMAL",
            description = "The AUC of this pair of classes, by their names, not the mean over all.")
    private @Nullable String pair;

    @Option(
            names = "--format",
            paramLabel = "table|csv|json",
            defaultValue = "table",
            description = "How it is printed; a table if not given.")
    private HistoryFormat format = HistoryFormat.TABLE;

    @Override
    public Integer call() {
        List<HistoryLine> lines = new HistoryJob(
                        history.folder(),
                        new HistoryRequest(last, Optional.ofNullable(detector), Optional.ofNullable(pair)))
                .run();
        format.print(lines, spec.commandLine().getOut());
        return 0;
    }
}
