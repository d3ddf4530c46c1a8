package dev.outsole.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The contents of {@code summary.json} of scored images.
 *
 * @param version of Outsole
 * @param model its directory
 * @param detector its name
 * @param normal the class that it has learnt
 * @param input where the images came from
 * @param images how many were scored
 * @param rejected how many could not be
 * @param leftOut files that were left out: hidden ones, and such as programs leave behind
 * @param abnormal how many of the scored ones are below the threshold
 * @param shareAbnormal of the scored ones
 * @param threshold decision values below it are abnormal
 * @param falseAlarmRate that the threshold keeps; absent if the threshold is the detector's own sign
 * @param quantiles of the decision values, by their order from 0 to 1
 * @param seconds wall time by phase
 * @param imagesPerSecond of the phase that reads, scores and writes
 */
public record ScoreSummary(
        String version,
        String model,
        String detector,
        String normal,
        String input,
        long images,
        long rejected,
        long leftOut,
        long abnormal,
        double shareAbnormal,
        double threshold,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double falseAlarmRate,
        Map<String, Double> quantiles,
        Map<String, Double> seconds,
        double imagesPerSecond) {

    public ScoreSummary {
        quantiles = Collections.unmodifiableMap(new LinkedHashMap<>(quantiles));
        seconds = Collections.unmodifiableMap(new LinkedHashMap<>(seconds));
    }
}
