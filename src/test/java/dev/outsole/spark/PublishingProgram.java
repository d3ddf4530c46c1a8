package dev.outsole.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.outsole.notice.NightNotice;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/** Publishes a result of each kind. Argument: the folder. */
final class PublishingProgram {
    private PublishingProgram() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Configuration hadoop = new Configuration();
        try (StagedDirectory staged = StagedDirectory.create(hadoop, path(folder.resolve("run")), "marker.json")) {
            try (OutputStream part = staged.newFile("part")) {
                part.write("part".getBytes(UTF_8));
            }
            // as Spark does it
            Path scores = Path.of(staged.resolve("scores").toUri().getPath());
            Files.writeString(Files.createDirectory(scores).resolve("part-0.parquet"), "rows");
            staged.newFile("marker.json").write("{}".getBytes(UTF_8));
            staged.commit();
        }
        StagedFile.write(hadoop, path(folder.resolve("auc.csv")), out -> out.write("auc".getBytes(UTF_8)));
        StagedFolder.write(
                hadoop,
                path(folder.resolve("results")),
                () -> {},
                results -> Files.writeString(
                        Files.createDirectory(Path.of(results)).resolve("part-0.parquet"), "rows"));
        new NightNotice(LocalDate.of(2026, 11, 28), Optional.of(folder.resolve("outsole.prom")), Map.of())
                .tell(1, Optional.of("none"), Duration.ofSeconds(1));
    }

    private static org.apache.hadoop.fs.Path path(Path path) {
        return new org.apache.hadoop.fs.Path(path.toString());
    }
}
