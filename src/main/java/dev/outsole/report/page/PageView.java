package dev.outsole.report.page;

import java.util.List;

/**
 * The page, a component for each part of it.
 *
 * @param title of the browser's window
 * @param run what was run, in a line
 * @param nightly how the night went, of a nightly report; empty if it is none
 * @param pairInside whether the one pair that there is stands open in the page
 */
public record PageView(
        String title,
        String run,
        VerdictView verdict,
        List<NightlyView> nightly,
        List<ProblemView> problems,
        List<DetectorView> detectors,
        List<PublishedView> published,
        List<HeatmapView> heatmaps,
        String seedNote,
        boolean pairInside,
        List<FactView> facts,
        List<FactView> settings,
        String version) {

    /** A model that has failed or collapsed. */
    public record ProblemView(String model, String kind, String reason) {}

    /** One detector over all pairs. */
    public record DetectorView(
            String name, int models, String meanAuc, String standardDeviation, String oneVsRest, String worst) {}

    /** What others report. */
    public record PublishedView(String method, String oneVsRest, String source, String protocol) {}

    /** A name with its value. */
    public record FactView(String name, String value) {}
}
