package dev.outsole.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Nights as lines, for a report; the last of them is the report's own.
 *
 * @param status of the last night, and what the gate has found
 * @param compared nights that it was compared with
 * @param uncompared what was compared with nothing; absent in trends of versions that did not say it
 * @param accepted baselines that were accepted on one of the nights, in a line each; absent in the same
 * @param nights the earliest first
 * @param detectors a line for each
 * @param pairs a line for each that the last night has, over its last nights
 */
public record Trend(
        Judgement.Status status,
        List<String> findings,
        int compared,
        @Nullable List<String> uncompared,
        @Nullable List<String> accepted,
        List<TrendNight> nights,
        List<DetectorTrend> detectors,
        List<PairTrend> pairs) {

    public Trend {
        findings = List.copyOf(findings);
        uncompared = uncompared == null ? List.of() : List.copyOf(uncompared);
        accepted = accepted == null ? List.of() : List.copyOf(accepted);
        nights = List.copyOf(nights);
        detectors = List.copyOf(detectors);
        pairs = List.copyOf(pairs);
    }

    /**
     * One night.
     *
     * @param date ISO 8601
     * @param seconds of all phases
     */
    public record TrendNight(String date, Judgement.Status status, double seconds, int collapsed, int failed) {}

    /** One detector over the nights that have it. */
    public record DetectorTrend(String detector, List<DetectorPoint> points) {

        public DetectorTrend {
            points = List.copyOf(points);
        }
    }

    /**
     * A detector's night.
     *
     * @param night its place among the nights, from 0
     * @param auc mean over pairs and seeds
     * @param band lowest and highest mean that the gate lets pass; empty where it had too little history
     */
    public record DetectorPoint(int night, double auc, List<Double> band) {

        public DetectorPoint {
            band = List.copyOf(band);
        }
    }

    /** A pair over the nights that have it; the AUC is the mean over seeds. */
    public record PairTrend(String detector, String normal, String abnormal, List<Integer> nights, List<Double> aucs) {

        public PairTrend {
            nights = List.copyOf(nights);
            aucs = List.copyOf(aucs);
        }
    }
}
