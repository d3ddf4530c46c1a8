package dev.outsole.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The contents of {@code metrics.json}: where a result comes from, and what it is.
 *
 * @param version of Outsole
 * @param runId name of the run directory
 * @param start ISO 8601, UTC
 * @param settings all settings that were in force
 * @param dataSha256 of the source files' unpacked content
 * @param pair class names: {@code normal} and {@code abnormal}
 * @param detectors by name
 * @param seconds wall time of the phases that all detectors share
 */
public record RunMetrics(
        String version,
        String runId,
        String start,
        Map<String, Object> settings,
        long seed,
        Map<String, String> dataSha256,
        Map<String, String> pair,
        Map<String, DetectorMetrics> detectors,
        Map<String, Double> seconds) {

    public RunMetrics {
        settings = ordered(settings);
        dataSha256 = ordered(dataSha256);
        pair = ordered(pair);
        detectors = ordered(detectors);
        seconds = ordered(seconds);
    }

    private static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** The same with other detectors. */
    public RunMetrics withDetectors(Map<String, DetectorMetrics> others) {
        return new RunMetrics(version, runId, start, settings, seed, dataSha256, pair, others, seconds);
    }
}
