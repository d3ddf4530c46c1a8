package dev.outsole.report.page;

import java.util.List;

/**
 * The page, a component for each part of it.
 *
 * @param title of the browser's window
 * @param run what was run, in a line
 * @param nightly how the night went, of a nightly report; empty if it is none
 * @param detectors the leaderboard, the best first
 * @param timed whether it says how fast they are
 * @param reference the detector that others are compared with; empty if none is
 * @param metrics headings of a pair's metrics besides the AUC
 * @param pairInside whether the one pair that there is stands open in the page
 */
public record PageView(
        String title,
        String run,
        VerdictView verdict,
        List<NightlyView> nightly,
        List<ProblemView> problems,
        List<DetectorView> detectors,
        boolean timed,
        String reference,
        List<PublishedView> published,
        List<HeatmapView> heatmaps,
        String seedNote,
        List<String> metrics,
        boolean pairInside,
        List<FactView> facts,
        List<FactView> settings,
        String version) {

    /** A model that has failed or collapsed. */
    public record ProblemView(String model, String kind, String reason) {}

    /**
     * One detector over all pairs.
     *
     * @param colour the name of a class in the style sheet
     * @param worst the worst pair, {@code worstLink} its place in the page
     * @param fit seconds to learn a class, {@code imagesPerSecond} scored: both empty if that wasn't measured
     */
    public record DetectorView(
            String name,
            String colour,
            String models,
            String meanAuc,
            String standardDeviation,
            String oneVsRest,
            String worst,
            String worstAuc,
            String worstLink,
            String fit,
            String imagesPerSecond) {}

    /** What others report. */
    public record PublishedView(String method, String oneVsRest, String source, String protocol) {}

    /** A name with its value. */
    public record FactView(String name, String value) {}
}
