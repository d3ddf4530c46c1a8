package dev.outsole.cli;

import dev.outsole.UserError;
import dev.outsole.config.Overrides;
import dev.outsole.job.Resumption;
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
                    "Go on with the sweep in this run directory: train what is missing, by the settings that it began"
                            + " with. Options that would change figures may be left out, or must be the same.")
    private @Nullable String resume;

    @Option(
            names = "--accept-build",
            description =
                    "With --resume: go on though another build of Outsole began the sweep. Each model's model.json says"
                            + " which build made it.")
    private boolean acceptBuild;

    /** The sweep to go on with. */
    Optional<Resumption> resumed() {
        if (acceptBuild && resume == null) {
            throw new UserError("--accept-build: give it together with --resume RUN");
        }
        return Optional.ofNullable(resume).map(Resumption::open);
    }

    /** Models of several builds are mixed only if the user says so. */
    void requireSameBuild(Resumption sweep) {
        sweep.requireSameBuild(acceptBuild);
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
