package dev.outsole.cli;

import dev.outsole.config.Overrides;
import dev.outsole.config.Settings;
import dev.outsole.job.NightlyJob;
import dev.outsole.job.NightlyRequest;
import dev.outsole.job.Resumption;
import dev.outsole.notice.NightNotice;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code outsole nightly}. */
@Command(
        name = "nightly",
        mixinStandardHelpOptions = true,
        description =
                "What a scheduler calls: sweep, add the night to the history, judge it by the nights before, report, and tell.",
        exitCodeList = {
            "0:the night has passed",
            "1:the run itself has failed; nothing was added to the history",
            "2:your mistake, with one line that says how to mend it",
            "3:a regression: the findings are on standard error, the worst first",
            "128+N:ended by signal N, such as 130 by Ctrl-C and 143 by SIGTERM"
        })
final class NightlyCommand implements Callable<Integer> {
    private static final int REGRESSION = 3;

    @Spec
    private CommandSpec spec = CommandSpec.create(); // replaced by picocli

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Mixin
    private ExperimentOptions experiment = new ExperimentOptions();

    @Mixin
    private SweepOptions sweep = new SweepOptions();

    @Option(
            names = "--history",
            paramLabel = "FOLDER",
            description = "Folder of the history that the night is added to (any Hadoop path).")
    private @Nullable String history;

    @Option(
            names = "--date",
            paramLabel = "YYYY-MM-DD",
            description = "The night's date; today (UTC) if not given. It is compared with the nights before it.")
    private @Nullable LocalDate date;

    @Option(names = "--replace", description = "Put the run in the place of one that the history has for this date.")
    private boolean replace;

    @Option(
            names = "--retain",
            paramLabel = "N",
            description = "Keep the run directories of the history's last N nights, remove older ones; 0: keep all.")
    private @Nullable Integer retain;

    @Option(
            names = "--metrics-file",
            paramLabel = "FILE",
            description = "Write the night's metrics to this local file, in Prometheus' text format.")
    private @Nullable Path metricsFile;

    @Override
    public Integer call() {
        LocalDate night = Optional.ofNullable(date).orElseGet(() -> LocalDate.now(ZoneOffset.UTC));
        NightlyRequest request = new NightlyRequest(night, replace, Optional.ofNullable(metricsFile));
        NightNotice notice = new NightNotice(night, request.metricsFile(), System.getenv());
        return new EndOfNight(notice).watchingSignals().of(() -> exitCode(request, notice));
    }

    private int exitCode(NightlyRequest request, NightNotice notice) throws InterruptedException {
        Optional<Resumption> resumed = sweep.resumed();
        Settings loaded = settings.load(overrides(), resumed);
        resumed.ifPresent(sweep::requireSameBuild);
        notice.open(loaded.nightly().notifyUrlFile());
        Settings inForce = SettingsOptions.withClasses(spec, loaded);
        NightlyJob.Outcome outcome;
        try (TerminalProgress progress = TerminalProgress.start()) {
            NightlyJob job = new NightlyJob(inForce, resumed.map(Resumption::directory), request, progress, notice);
            outcome = Interruption.during(spec, progress, () -> HowToGoOn.nightly(job.kept(), request), job::run);
        }
        NightTable.print(
                outcome,
                notice.warnings(),
                spec.commandLine().getOut(),
                spec.commandLine().getErr());
        return outcome.night().judgement().isRegression() ? REGRESSION : 0;
    }

    private Overrides overrides() {
        Overrides own =
                new Overrides().set("nightly.history", "--history", history).set("nightly.retain", "--retain", retain);
        return experiment.in(sweep.in(own), "evaluate");
    }
}
