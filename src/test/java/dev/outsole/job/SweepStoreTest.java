package dev.outsole.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import dev.outsole.json.Json;
import dev.outsole.spark.Lease;
import dev.outsole.spark.OutputLease;
import dev.outsole.spark.TestSession;
import dev.outsole.sweep.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What going on with a sweep removes from its run directory. */
class SweepStoreTest {
    private static final Manifest MANIFEST =
            new Manifest("0.1.0", "run", "2026-11-24T02:00:00Z", Map.of(), Map.of(), List.of("Clog", "Mule"));
    private static final String OTHER = """
            {"token":"t","run":"other","host":"h","since":"2026-11-23T02:00:00Z","until":"2026-11-23T02:10:00Z"}
            """;
    private static final List<String> WHOLE = List.of("models/pixels/clog/seed-1/model.json", "sweep.json");

    @TempDir
    Path folder;

    @BeforeEach
    void begin() throws IOException {
        for (String file : List.of(
                "sweep.json",
                "summary.json",
                "results/part-0.parquet",
                "images/part-0.parquet",
                ".auc.csv.tmp-" + UUID.randomUUID(),
                "models/pixels/clog/seed-1/model.json",
                "models/pixels/clog/seed-2/half",
                "models/pixels/clog/.seed-3.tmp-" + UUID.randomUUID() + "/model.json")) {
            Path path = folder.resolve("run").resolve(file);
            Files.createDirectories(path.getParent());
            Json.write(Files.newOutputStream(path), MANIFEST);
        }
    }

    private List<String> files() throws IOException {
        Path run = folder.resolve("run");
        try (Stream<Path> files = Files.walk(run)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> run.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private org.apache.hadoop.fs.Path run() {
        return new org.apache.hadoop.fs.Path(folder.resolve("run").toString());
    }

    private Lease take() {
        return OutputLease.take(TestSession.spark().sparkContext().hadoopConfiguration(), run());
    }

    private static SweepStore resume(org.apache.hadoop.fs.Path run, Lease lease) throws IOException {
        return SweepStore.resume(TestSession.spark(), run, MANIFEST, lease);
    }

    @Test
    void whatIsHalfOrMadeAnewGoesAndModelsStay() throws IOException {
        try (Lease lease = take()) {
            resume(run(), lease);
        }
        assertThat(files()).isEqualTo(WHOLE);
    }

    /** Another run may have taken over, and be done by now. */
    @Test
    void aRunThatSleptThroughItsLeaseRemovesNothing() throws IOException {
        List<String> before = files();
        try (Lease lease = take()) {
            Files.writeString(folder.resolve(".run.lock/000000000002.json"), OTHER);

            assertThatThrownBy(() -> resume(run(), lease))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("has ended meanwhile");
        }
        assertThat(files()).isEqualTo(before);
    }
}
