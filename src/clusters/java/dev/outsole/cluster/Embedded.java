package dev.outsole.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outsole.cli.Launcher;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the commands give on an embedded Spark with two threads, undisturbed; each is run once for all tests. */
final class Embedded {
    private static @Nullable Path evaluation;
    private static @Nullable Path sweep;

    private Embedded() {}

    /** Every figure of the evaluation. */
    static JsonNode figures() throws Exception {
        return Run.figures(evaluation());
    }

    /** The output folder of the evaluation. */
    static synchronized Path evaluation() throws Exception {
        if (evaluation == null) {
            evaluation = run(Command.EVALUATE);
        }
        return evaluation;
    }

    /** The sweep's table. */
    static synchronized Path sweepTable() throws Exception {
        if (sweep == null) {
            sweep = run(Command.SWEEP);
        }
        return Run.in(sweep).resolve("auc.csv");
    }

    private static Path run(String[] command) throws Exception {
        Launcher.data();
        Path folder = Files.createTempDirectory(SparkHome.CLUSTERS, "embedded");
        Launcher.Result result = new Launcher(folder)
                .run(Command.with(command, "--output=out", "--", "--conf", "spark.master=local[2]"));
        assertThat(result.exitCode()).as(result.err()).isZero();
        return folder.resolve("out");
    }
}
