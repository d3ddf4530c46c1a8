package dev.outsole.cli;

import dev.outsole.config.Overrides;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that sweeps over pairs of classes. */
final class SweepOptions {
    @Option(
            names = "--normal",
            paramLabel = "CLASS",
            split = ",",
            description = "Classes that are learnt; all if not given.")
    private @Nullable List<String> normal;

    @Option(
            names = "--abnormal",
            paramLabel = "CLASS",
            split = ",",
            description = "Classes that should be noticed; all if not given.")
    private @Nullable List<String> abnormal;

    @Option(names = "--seeds", paramLabel = "N", description = "How many seeds, from the first on.")
    private @Nullable Integer seeds;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description = "Models that are trained at once; 0: as many as Spark has slots.")
    private @Nullable Integer concurrency;

    @Option(
            names = "--resume",
            paramLabel = "RUN",
            description =
                    "Go on with the sweep in this run directory: train what is missing, with the same settings and data.")
    private @Nullable String resume;

    /** The run directory to go on with. */
    Optional<String> resumed() {
        return Optional.ofNullable(resume);
    }

    /** Notes them. */
    Overrides in(Overrides overrides) {
        return overrides
                .set("sweep.normal", "--normal", normal)
                .set("sweep.abnormal", "--abnormal", abnormal)
                .set("sweep.seeds", "--seeds", seeds)
                .set("sweep.concurrency", "--concurrency", concurrency);
    }
}
