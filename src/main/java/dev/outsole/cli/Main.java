package dev.outsole.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.outsole.secret.RedactingWriter;
import dev.outsole.spark.ForeignExit;
import dev.outsole.spark.NamelessUser;
import dev.outsole.work.Attempt;
import dev.outsole.work.Failure;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program. The one place that ends the JVM. */
@Command(
        name = "outsole",
        description = "One-class anomaly detection on images, on Apache Spark.",
        subcommands = {
            EvaluateCommand.class,
            SweepCommand.class,
            TrainCommand.class,
            ScoreCommand.class,
            NightlyCommand.class,
            TuneCommand.class,
            HistoryCommand.class,
            AcceptCommand.class,
            ReportCommand.class,
            IngestCommand.class,
            DetectorsCommand.class,
            HelpCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        scope = ScopeType.INHERIT, // of version and exit codes, which every command's help and --version tell
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed, with a stack trace, or with one line if memory was too small",
            "2:your mistake, with one line that says how to mend it",
            "128+N:ended by signal N, such as 130 by Ctrl-C and 143 by SIGTERM"
        })
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create(); // replaced by picocli

    /** Runs one command and ends the JVM with its exit code. */
    public static void main(String[] args) {
        Thread.setDefaultUncaughtExceptionHandler(Main::uncaught);
        // Spark and others name folders and files by it: with Persian digits nobody else would find them.
        Locale.setDefault(Locale.ROOT);
        NamelessUser.logIn();
        int exitCode = run(args);
        ForeignExit.decided();
        if (exitCode != 0 || !isInApplicationMaster()) {
            end(exitCode);
        }
    }

    private static void uncaught(Thread thread, Throwable thrown) {
        if (Failures.uncaught(thread, new Failure(thrown), redacted(new PrintWriter(System.err, true, UTF_8)))) {
            end(Failure.FAILED);
        }
    }

    private static void end(int exitCode) {
        ForeignExit.decided();
        System.exit(exitCode);
    }

    /** YARN takes it for a failure when its application master is ended, even with 0: it wants to end by itself. */
    private static boolean isInApplicationMaster() {
        return "yarn".equals(System.getProperty("spark.master"))
                && "cluster".equals(System.getProperty("spark.submit.deployMode"));
    }

    static int run(String... args) {
        return commandLine().execute(args);
    }

    static CommandLine commandLine() {
        CommandLine command = Terminal.current().fit(new CommandLine(new Main()));
        return command.setErr(redacted(command.getErr()))
                .setParameterExceptionHandler(Failures::badCommandLine)
                .setExecutionStrategy(Main::execute)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static PrintWriter redacted(PrintWriter writer) {
        return new PrintWriter(new RedactingWriter(writer), true);
    }

    /** The command, with whatever it throws: picocli itself takes exceptions alone. */
    private static int execute(ParseResult parsed) {
        Attempt<Integer> attempt = Attempt.of(() -> new RunLast().execute(parsed));
        return attempt instanceof Attempt.Failed<Integer> failed
                ? Failures.failed(Failures.unwrapped(failed.failure()), parsed)
                : attempt.orThrow();
    }

    /** No command at all. */
    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "no command given: evaluate, sweep, train, score, nightly, history, accept, tune, report, ingest, detectors");
    }
}
