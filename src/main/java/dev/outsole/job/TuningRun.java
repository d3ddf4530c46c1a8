package dev.outsole.job;

import dev.outsole.neighbour.ImageNeighbourOptions;
import dev.outsole.tune.Trial;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The contents of {@code tuning.json}.
 *
 * @param version of Outsole
 * @param runId name of the run directory
 * @param start ISO 8601, UTC
 * @param seed of the images held out and the anomalies made
 * @param dataSha256 of the source files' unpacked content
 * @param normals classes that settings were tried on
 * @param chosen the best setting
 * @param trials means over the classes, the best first
 */
record TuningRun(
        String version,
        String runId,
        String start,
        long seed,
        Map<String, String> dataSha256,
        List<String> normals,
        ImageNeighbourOptions chosen,
        List<Trial> trials) {

    TuningRun {
        dataSha256 = Collections.unmodifiableMap(new TreeMap<>(dataSha256));
        normals = List.copyOf(normals);
        trials = List.copyOf(trials);
    }
}
