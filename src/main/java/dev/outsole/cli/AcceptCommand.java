package dev.outsole.cli;

import dev.outsole.history.Acceptance;
import dev.outsole.job.AcceptJob;
import dev.outsole.job.AcceptRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code outsole accept}. */
@Command(
        name = "accept",
        mixinStandardHelpOptions = true,
        description =
                "Accept a night's figures after a deliberate change: the nights after it are judged by them, and by none before.")
final class AcceptCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create(); // replaced by picocli

    @Mixin
    private HistoryOption history = new HistoryOption();

    @Option(
            names = "--date",
            required = true,
            paramLabel = "YYYY-MM-DD",
            description = "The night that the new baseline begins with.")
    private LocalDate date = LocalDate.EPOCH; // replaced by picocli

    @Option(
            names = "--detector",
            split = ",",
            paramLabel = "NAME",
            description = "These detectors alone; all that the night has if not given.")
    private List<String> detectors = List.of();

    @Option(names = "--why", required = true, paramLabel = "TEXT", description = "What was changed, and why.")
    private String why = "";

    @Override
    public Integer call() {
        Acceptance acceptance = new AcceptJob(history.folder(), new AcceptRequest(date, detectors, why)).run();
        spec.commandLine().getOut().println(acceptance.text());
        spec.commandLine().getOut().flush();
        return 0;
    }
}
