package dev.outsole.report;

import dev.outsole.image.ClassPair;
import java.awt.Color;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The ROC curves of any number of detectors on one pair of classes, with the line of pure chance. */
public final class RocPicture {
    private static final int WIDTH = 560;
    private static final AxisRange RATES = new AxisRange(0, 1);

    private RocPicture() {}

    /**
     * The curves in the order given.
     *
     * @throws IllegalArgumentException if there is no curve
     */
    public static Picture of(ClassPair pair, List<RocCurve> curves) {
        if (curves.isEmpty()) {
            throw new IllegalArgumentException("no ROC curve to draw: give one for each detector");
        }
        Plot plot = new Plot(
                Titles.of("ROC", pair), new Axis("False positive rate", RATES), new Axis("True positive rate", RATES));
        double[] diagonal = {0, 1};
        plot.line(diagonal, diagonal, HouseStyle.REFERENCE, HouseStyle.DASHES, SeriesMarkers.NONE);
        for (int i = 0; i < curves.size(); i++) {
            draw(plot, curves.get(i), HouseStyle.SERIES.get(i % HouseStyle.SERIES.size()));
        }
        plot.explain(LegendEntry.line("chance", HouseStyle.REFERENCE, HouseStyle.DASHES));
        return plot.squarePicture("roc", WIDTH);
    }

    private static void draw(Plot plot, RocCurve curve, Color color) {
        List<RocCurve.Point> corners = Corners.of(curve.points());
        String label =
                String.format(Locale.ROOT, "%s (AUC %.3f)", Printable.name(curve.detector()), curve.areaUnderCurve());
        plot.explain(LegendEntry.line(label, color, HouseStyle.LINE));
        plot.line(
                corners.stream().mapToDouble(RocCurve.Point::falsePositiveRate).toArray(),
                corners.stream().mapToDouble(RocCurve.Point::truePositiveRate).toArray(),
                color,
                HouseStyle.LINE,
                SeriesMarkers.NONE);
    }
}
