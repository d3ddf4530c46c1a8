package dev.outsole.job;

import dev.outsole.neighbour.ImageNeighbourOptions;
import dev.outsole.tune.SearchResult;
import dev.outsole.tune.SyntheticAnomaly;
import dev.outsole.tune.Trial;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a search leaves for people and programs to read. */
final class TuningTables {
    private static final List<String> KINDS =
            Arrays.stream(SyntheticAnomaly.values()).map(SyntheticAnomaly::key).toList();
    private static final String[] HEADER = Stream.of(
                    Stream.of("normal", "square_root", "blur_radius", "gradient_weight", "k", "adjusted"),
                    KINDS.stream(),
                    Stream.of("criterion"))
            .flatMap(names -> names)
            .toArray(String[]::new);

    private TuningTables() {}

    /** A row for each class and setting. */
    static void write(SearchResult result, OutputStream out) {
        List<Object[]> rows = new ArrayList<>();
        result.trials().forEach((normal, trials) -> trials.forEach(trial -> rows.add(row(normal, trial))));
        CsvTable.write(out, HEADER, rows);
    }

    private static Object[] row(String normal, Trial trial) {
        ImageNeighbourOptions options = trial.options();
        List<Object> row = new ArrayList<>(List.of(
                normal,
                options.squareRoot(),
                options.blurRadius(),
                options.gradientWeight(),
                options.neighbours().k(),
                options.adjusted()));
        KINDS.forEach(kind -> row.add(trial.auc().get(kind)));
        row.add(trial.criterion());
        return row.toArray();
    }

    /** The setting as a file for {@code --config}. */
    static String settingsFile(Trial chosen) {
        ImageNeighbourOptions options = chosen.options();
        return String.format(
                Locale.ROOT,
                """
                # Chosen by outsole tune.
                outsole.neighbours {
                  square-root = %b
                  blur-radius = %d
                  gradient-weight = %s
                  k = %d
                  adjusted = %b
                }
                """,
                options.squareRoot(),
                options.blurRadius(),
                options.gradientWeight(),
                options.neighbours().k(),
                options.adjusted());
    }
}
