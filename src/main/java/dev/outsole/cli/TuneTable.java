package dev.outsole.cli;

import dev.outsole.job.TuneJob;
import dev.outsole.neighbour.ImageNeighbourOptions;
import dev.outsole.tune.Trial;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The best settings at the end of a search. */
final class TuneTable {
    private static final int SHOWN = 10;

    private TuneTable() {}

    /** The table, with the settings in force where they came, and the path of the result. */
    static void print(TuneJob.Outcome outcome, PrintWriter out) {
        List<Trial> ranked = outcome.result().ranked();
        out.printf("rank  square root  blur  gradients   k  adjusted  criterion  = mean of%n");
        for (int i = 0; i < ranked.size(); i++) {
            Trial trial = ranked.get(i);
            boolean inForce = isSearched(trial.options(), outcome.inForce());
            if (i < SHOWN || inForce) {
                out.println(row(i + 1, trial) + (inForce ? "  (in force)" : ""));
            }
        }
        out.println(outcome.directory() + "/tuned.conf");
        out.flush();
    }

    private static boolean isSearched(ImageNeighbourOptions tried, ImageNeighbourOptions inForce) {
        return tried.equals(new ImageNeighbourOptions(
                inForce.squareRoot(),
                inForce.blurRadius(),
                inForce.gradientWeight(),
                inForce.adjusted(),
                tried.neighbours().withK(inForce.neighbours().k())));
    }

    private static String row(int rank, Trial trial) {
        ImageNeighbourOptions options = trial.options();
        return String.format(
                Locale.ROOT,
                "%4d  %11s  %4d  %9.0f  %2d  %8s  %9.4f  %s",
                rank,
                yes(options.squareRoot()),
                options.blurRadius(),
                options.gradientWeight(),
                options.neighbours().k(),
                yes(options.adjusted()),
                trial.criterion(),
                trial.auc().entrySet().stream()
                        .map(entry -> String.format(Locale.ROOT, "%s %.4f", entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining(", ")));
    }

    private static String yes(boolean value) {
        return value ? "yes" : "no";
    }
}
