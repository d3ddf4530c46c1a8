package dev.outsole.report;

import dev.outsole.image.ClassPair;
import java.awt.Color;
import java.util.List;
import java.util.function.Predicate;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The 2-D embedding of the test images: one point each, told apart by colour and by shape. */
public final class EmbeddingPicture {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 560;
    private static final int ALPHA = 110;
    /** Into so many layers both groups are dealt out, in turn, so that neither hides the other. */
    private static final int LAYERS = 20;

    private EmbeddingPicture() {}

    /**
     * Coloured by what the images are.
     *
     * @param collapsed whether the embedding has; the title says so
     */
    public static Picture byTruth(ClassPair pair, List<EmbeddedPoint> points, boolean collapsed) {
        String normal = "normal: " + Printable.name(pair.normal().name());
        String abnormal = "abnormal: " + Printable.name(pair.abnormal().name());
        Plot plot = plot(Titles.of(embedding(collapsed) + " by truth", pair), points);
        draw(plot, points, EmbeddedPoint::normal, normal, abnormal);
        return plot.picture("embedding-truth", WIDTH, HEIGHT);
    }

    /** Coloured by what the detector takes the images for; see {@link #byTruth}. */
    public static Picture byPrediction(ClassPair pair, List<EmbeddedPoint> points, boolean collapsed) {
        Plot plot = plot(Titles.of(embedding(collapsed) + " by prediction", pair), points);
        draw(plot, points, EmbeddedPoint::predictedNormal, "predicted normal", "predicted abnormal");
        return plot.picture("embedding-prediction", WIDTH, HEIGHT);
    }

    private static String embedding(boolean collapsed) {
        return collapsed ? "Collapsed embedding" : "Embedding";
    }

    private static Plot plot(String title, List<EmbeddedPoint> points) {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("no embedding to draw: give one point for each test image");
        }
        AxisRange first = AxisRange.covering(points.stream().mapToDouble(EmbeddedPoint::first));
        AxisRange second = AxisRange.covering(points.stream().mapToDouble(EmbeddedPoint::second));
        return new Plot(title, new Axis("Embedding 1", first), new Axis("Embedding 2", second));
    }

    private static void draw(
            Plot plot, List<EmbeddedPoint> points, Predicate<EmbeddedPoint> normal, String label, String otherLabel) {
        List<EmbeddedPoint> inliers = points.stream().filter(normal).toList();
        List<EmbeddedPoint> outliers = points.stream().filter(normal.negate()).toList();
        plot.explain(LegendEntry.points(counted(label, inliers), HouseStyle.NORMAL, SeriesMarkers.CIRCLE));
        plot.explain(LegendEntry.points(counted(otherLabel, outliers), HouseStyle.ABNORMAL, SeriesMarkers.TRIANGLE_UP));
        for (int layer = 0; layer < LAYERS; layer++) {
            drawLayer(plot, layer, inliers, HouseStyle.NORMAL, SeriesMarkers.CIRCLE);
            drawLayer(plot, layer, outliers, HouseStyle.ABNORMAL, SeriesMarkers.TRIANGLE_UP);
        }
    }

    /** Points that hide one another, as all do in a collapsed embedding, are at least counted. */
    private static String counted(String label, List<EmbeddedPoint> points) {
        return label + " (n = " + points.size() + ")";
    }

    private static void drawLayer(Plot plot, int layer, List<EmbeddedPoint> points, Color color, Marker marker) {
        List<EmbeddedPoint> dealt =
                points.subList(points.size() * layer / LAYERS, points.size() * (layer + 1) / LAYERS);
        if (!dealt.isEmpty()) {
            plot.scatter(
                    dealt.stream().mapToDouble(EmbeddedPoint::first).toArray(),
                    dealt.stream().mapToDouble(EmbeddedPoint::second).toArray(),
                    new Color(color.getRed(), color.getGreen(), color.getBlue(), ALPHA),
                    marker);
        }
    }
}
