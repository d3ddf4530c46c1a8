package dev.outsole.history;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is kept of a night besides its pairs: where its figures come from, and how they are on average.
 *
 * @param date that it stands for, UTC
 * @param run id of the sweep, the name of its run directory
 * @param directory of the run, with its file system
 * @param version of Outsole
 * @param start ISO 8601, UTC
 * @param settingsHash of all settings that change figures, see {@link dev.outsole.sweep.Manifest#settingsHash()}
 * @param settings all that were in force, by dotted key
 * @param dataSha256 of the source files' unpacked content
 * @param seconds wall time by phase
 * @param hosts machines that computed, at least 1
 * @param arithmetic each kind of rounding among them, see {@link dev.outsole.blas.Rounding}; two nights that share a single kind round
 *     alike, and give the same bits
 * @param means of each detector and seed that has models
 * @param collapsed models whose embedding has, by their path
 * @param failed models by their path: why
 */
public record Night(
        LocalDate date,
        String run,
        String directory,
        String version,
        String start,
        String settingsHash,
        Map<String, String> settings,
        Map<String, String> dataSha256,
        Map<String, Double> seconds,
        int hosts,
        List<String> arithmetic,
        List<DetectorMean> means,
        List<String> collapsed,
        Map<String, String> failed) {

    public Night {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
        dataSha256 = Collections.unmodifiableMap(new TreeMap<>(dataSha256));
        seconds = Collections.unmodifiableMap(new LinkedHashMap<>(seconds));
        arithmetic = List.copyOf(arithmetic);
        means = List.copyOf(means);
        collapsed = List.copyOf(collapsed);
        failed = Collections.unmodifiableMap(new TreeMap<>(failed));
        if (hosts < 1) {
            throw new IllegalArgumentException("hosts = " + hosts + ": a night is computed by at least one");
        }
    }

    /** Seconds of all phases. */
    public double totalSeconds() {
        return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Whether both are known to round alike, so that the same code gives the same bits. */
    public boolean roundsAs(Night other) {
        return arithmetic.size() == 1 && arithmetic.equals(other.arithmetic);
    }

    /** Detectors with models, in the order of the means. */
    public List<String> detectors() {
        return means.stream().map(DetectorMean::detector).distinct().toList();
    }

    /** One detector's means, by seed. */
    public List<DetectorMean> means(String detector) {
        return means.stream().filter(mean -> mean.detector().equals(detector)).toList();
    }

    /** One detector's mean over pairs and seeds; it must have models. */
    public double mean(String detector) {
        return means(detector).stream().mapToDouble(DetectorMean::auc).average().orElseThrow();
    }

    /** The same night with other means. */
    Night withMeans(List<DetectorMean> others) {
        return new Night(
                date,
                run,
                directory,
                version,
                start,
                settingsHash,
                settings,
                dataSha256,
                seconds,
                hosts,
                arithmetic,
                others,
                collapsed,
                failed);
    }
}
