package dev.outsole.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The event log of the one application that has written into a folder. */
record EventLog(Path folder) {

    /** The options that make Spark write it. */
    String[] options() throws IOException {
        Files.createDirectories(folder);
        return new String[] {
            "--conf",
            "spark.eventLog.enabled=true",
            "--conf",
            "spark.eventLog.dir=" + folder.toUri(),
            "--conf",
            "spark.eventLog.compress=false"
        };
    }

    String text() throws IOException {
        try (Stream<Path> logs = Files.list(folder)) {
            return Files.readString(logs.findFirst().orElseThrow());
        }
    }

    private List<JsonNode> events(String name) throws IOException {
        List<JsonNode> events = new ArrayList<>();
        for (String line : text().lines().toList()) {
            JsonNode event = new ObjectMapper().readTree(line);
            if (event.get("Event").asText().equals(name)) {
                events.add(event);
            }
        }
        return events;
    }

    /** Executors that have finished a task. */
    Set<String> busyExecutors() throws IOException {
        Set<String> executors = new TreeSet<>();
        for (JsonNode event : events("SparkListenerTaskEnd")) {
            if (event.at("/Task End Reason/Reason").asText().equals("Success")) {
                executors.add(event.at("/Task Info/Executor ID").asText());
            }
        }
        return executors;
    }

    int executorsLost() throws IOException {
        return events("SparkListenerExecutorRemoved").size();
    }

    /** What the jobs are called in Spark's UI. */
    Set<String> jobDescriptions() throws IOException {
        Set<String> descriptions = new TreeSet<>();
        for (JsonNode event : events("SparkListenerJobStart")) {
            descriptions.add(event.at("/Properties/spark.job.description").asText());
        }
        return descriptions;
    }
}
