package dev.outsole.report.page;

import dev.outsole.image.ClassPair;
import dev.outsole.report.page.PageView.DetectorView;
import dev.outsole.sweep.DetectorSummary;
import dev.outsole.sweep.DetectorSummary.WorstPair;
import dev.outsole.sweep.Speed;
import java.util.List;

/** The detectors over all pairs, the best first. */
record Leaderboard(ReportData data, PairMatrix matrix) {
    /** Colours of detectors that the style sheet has. */
    private static final int COLOURS = 8;

    List<DetectorView> rows() {
        return data.summary().detectors().stream().map(this::row).toList();
    }

    /** Whether any speed was measured: versions before did not. */
    boolean timed() {
        return data.summary().detectors().stream().anyMatch(detector -> detector.speed() != null);
    }

    private DetectorView row(DetectorSummary summary) {
        WorstPair worst = summary.worstPair();
        Double deviation = summary.standardDeviation();
        Speed speed = summary.speed();
        ClassPair pair = new ClassPair(
                data.classes().named(worst.normal()), data.classes().named(worst.abnormal()));
        return new DetectorView(
                summary.detector(),
                "d" + matrix.detectors().indexOf(summary.detector()) % COLOURS,
                data.summary().models(summary),
                Figures.rate(summary.meanAuc()),
                deviation == null ? "" : Figures.rate(deviation),
                Figures.rate(summary.meanOneVsRest()),
                worst.normal() + " vs " + worst.abnormal(),
                Figures.rate(worst.auc()) + (matrix.seeds().size() == 1 ? "" : " (seed " + worst.seed() + ")"),
                Heatmap.link(pair),
                speed == null ? "" : Figures.fit(speed.fitSeconds()),
                speed == null ? "" : Figures.perSecond(speed.imagesPerSecond()));
    }
}
