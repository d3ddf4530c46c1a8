package dev.outsole.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.outsole.spark.ForeignExit;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.function.Supplier;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import picocli.CommandLine.Model.CommandSpec;

/** Says in one line how to go on, if a signal (Ctrl-C, a scheduler's SIGTERM) ends the program during some work. */
final class Interruption {
    /** Before Spark's own hook, which stops all that runs; whatever is at work then fails. */
    private static final int BEFORE_SPARK = 1000;

    private Interruption() {}

    /** Work that may be interrupted. */
    interface Work<T> {
        T run() throws InterruptedException;
    }

    /** Does the work. The program's exit code after a signal is the JVM's own: 128 and the signal's number. */
    static <T> T during(CommandSpec command, TerminalProgress progress, Supplier<String> advice, Work<T> work)
            throws InterruptedException {
        Runnable hook = () -> tell(command, progress, advice.get());
        ShutdownHookManager.get().addShutdownHook(hook, BEFORE_SPARK);
        try {
            return work.run();
        } finally {
            if (!ShutdownHookManager.get().isShutdownInProgress()) {
                ShutdownHookManager.get().removeShutdownHook(hook);
            }
        }
    }

    private static void tell(CommandSpec command, TerminalProgress progress, String advice) {
        progress.close();
        if (ForeignExit.isSignal()) {
            silence();
        }
        PrintWriter err = command.commandLine().getErr();
        err.println(command.qualifiedName() + ": interrupted: " + advice);
        err.flush();
    }

    /** What fails, and which thread dies, because Spark is being stopped is no news. */
    private static void silence() {
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {});
        // Scala prints whatever a pool of threads no longer takes.
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
        Configurator.setRootLevel(Level.OFF);
        Configurator.setLevel(LogLines.LOGGER, Level.OFF);
        Configurator.setLevel("dev.outsole.job.SweepTraining", Level.OFF);
    }
}
