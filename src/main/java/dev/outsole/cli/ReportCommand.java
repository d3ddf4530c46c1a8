package dev.outsole.cli;

import dev.outsole.job.ReportJob;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code outsole report}. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Make a run's report.html again, from the results that its directory holds.")
final class ReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create(); // replaced by picocli

    @Parameters(paramLabel = "RUN", description = "Run directory of a sweep or an evaluation (any Hadoop path).")
    private String run = "";

    @Override
    public Integer call() {
        String page;
        try (TerminalProgress progress = TerminalProgress.start()) {
            page = new ReportJob(run, progress).run();
        }
        spec.commandLine().getOut().println(page);
        return 0;
    }
}
