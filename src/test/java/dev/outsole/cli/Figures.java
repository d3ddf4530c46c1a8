package dev.outsole.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.outsole.spark.TestSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All figures of an output, to be compared with another's: the bytes of models and CSV files, and the rows of Parquet files, in which some
 * bytes differ from process to process.
 */
final class Figures {

    private Figures() {}

    /** A hash of each, by the name of the file or folder in the output. */
    static Map<String, String> of(Path output) throws IOException {
        Map<String, String> figures = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(output)) {
            for (Path path :
                    paths.filter(path -> !path.toString().contains("/stages/")).toList()) {
                String name = output.relativize(path).toString();
                if (name.endsWith(".csv") || name.endsWith(".bin")) {
                    figures.put(name, hash(Files.readAllBytes(path)));
                } else if (name.endsWith(".parquet")) {
                    figures.merge(
                            output.relativize(path.getParent()).toString(),
                            rows(path),
                            (one, other) -> Stream.of(one, other).sorted().collect(Collectors.joining(" and ")));
                }
            }
        }
        return figures;
    }

    /** But for the time that it took. */
    private static String rows(Path file) {
        List<String> rows = TestSession.spark()
                .read()
                .parquet(file.toString())
                .drop("seconds")
                .toJSON()
                .collectAsList();
        return rows.size() + " rows, " + hash(String.join("\n", rows).getBytes(UTF_8));
    }

    private static String hash(byte[] content) {
        return UUID.nameUUIDFromBytes(content).toString();
    }
}
