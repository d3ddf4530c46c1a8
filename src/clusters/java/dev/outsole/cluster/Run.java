package dev.outsole.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a run has left in its output folder, to hold one run against another. */
final class Run {

    private Run() {}

    /** The one run directory in an output folder. */
    static Path in(Path output) throws IOException {
        try (Stream<Path> runs = Files.list(output)) {
            List<Path> visible = runs.filter(
                            run -> !run.getFileName().toString().startsWith("."))
                    .toList();
            if (visible.size() != 1) {
                throw new IllegalStateException(output + " holds " + visible);
            }
            return visible.get(0);
        }
    }

    /** Every figure of an evaluation to its last digit, without the seconds it took. */
    static JsonNode figures(Path output) throws IOException {
        JsonNode metrics =
                new ObjectMapper().readTree(in(output).resolve("metrics.json").toFile());
        JsonNode detectors = metrics.get("detectors");
        detectors.forEach(detector -> ((ObjectNode) detector).remove("seconds"));
        return detectors;
    }

    /** The files with all that the autoencoder detector has learnt, bit by bit, in the order of its stages. */
    static List<byte[]> numbers(Path output) throws IOException {
        Path model = in(output).resolve("models/autoencoder");
        List<byte[]> numbers = new ArrayList<>();
        for (String file : files(model).stream()
                .filter(name -> name.endsWith("/numbers.safetensors"))
                .sorted()
                .toList()) {
            numbers.add(Files.readAllBytes(model.resolve(file)));
        }
        return numbers;
    }

    /** Names of all files below a folder. */
    static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString()).toList();
        }
    }
}
