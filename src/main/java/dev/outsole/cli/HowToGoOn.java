package dev.outsole.cli;

import dev.outsole.job.NightlyRequest;
import java.util.Optional;
import java.util.function.Supplier;

/** How to go on with a command that was interrupted. */
final class HowToGoOn {
    private static final String RUN_AGAIN = "nothing is kept of it, run it again";
    /** Of a command whose result is whole or absent. */
    static final Supplier<String> AGAIN = () -> RUN_AGAIN;

    private HowToGoOn() {}

    /** @param kept run directory of the sweep, if there is one already */
    static String sweep(Optional<String> kept) {
        return kept.map(run -> "go on with submit/outsole sweep --resume " + quoted(run))
                .orElse(RUN_AGAIN);
    }

    /** The same of a night; it stays the night that it was begun for. */
    static String nightly(Optional<String> kept, NightlyRequest request) {
        return kept.map(run -> "go on with submit/outsole nightly --resume " + quoted(run) + " --date " + request.date()
                        + (request.replace() ? " --replace" : "")
                        + request.metricsFile()
                                .map(file -> " --metrics-file " + quoted(file.toString()))
                                .orElse(""))
                .orElse(RUN_AGAIN);
    }

    /** As a shell wants it. */
    static String quoted(String word) {
        return word.matches("[\\w./:@%+=,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
