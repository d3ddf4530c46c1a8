package dev.outsole.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Sets up an XChart chart in the style of the house: series back to front, legend entries in the order they are read. */
final class Plot {
    /** Beside the title, which is centred over the plot and not over the picture, because of the labels on the left. */
    private static final int BESIDE_TITLE = 90;

    private final XYChart chart = new XYChart(1, 1);
    private final List<TickLabels> ticks = new ArrayList<>();
    private final List<LegendEntry> legend = new ArrayList<>();

    Plot(String title, Axis horizontal, Axis vertical) {
        HouseStyle.apply(chart.getStyler());
        chart.setTitle(title);
        chart.setXAxisTitle(horizontal.title());
        chart.setYAxisTitle(vertical.title());
        setAxes(chart.getStyler(), horizontal, vertical);
        keepTicksOffTheData(horizontal.range());
    }

    private void setAxes(XYStyler styler, Axis horizontal, Axis vertical) {
        styler.setXAxisMin(horizontal.range().min());
        styler.setXAxisMax(horizontal.range().max());
        styler.setYAxisMin(vertical.range().min());
        styler.setYAxisMax(vertical.range().max());
        styler.setxAxisTickLabelsFormattingFunction(labels(horizontal));
        styler.setyAxisTickLabelsFormattingFunction(labels(vertical));
    }

    private TickLabels labels(Axis axis) {
        TickLabels labels = new TickLabels(axis.decimals());
        ticks.add(labels);
        return labels;
    }

    /**
     * Where all x are equally spaced, XChart labels the data (1, 6, 11, …) instead of round numbers, and where such labels are too wide
     * it tries for ever. A first series with two unequal steps, whose points have no y to be drawn at, rules that out.
     */
    private void keepTicksOffTheData(AxisRange range) {
        double[] unequal = {range.max(), range.min() + range.length() / 3};
        scatter(unequal, new double[] {Double.NaN, Double.NaN}, HouseStyle.PAPER, SeriesMarkers.NONE);
    }

    void line(double[] x, double[] y, Color color, BasicStroke stroke, Marker marker) {
        XYSeries series = series(x, y, XYSeriesRenderStyle.Line);
        series.setLineColor(color).setLineStyle(stroke);
        series.setMarker(marker).setMarkerColor(color);
    }

    void scatter(double[] x, double[] y, Color color, Marker marker) {
        XYSeries series = series(x, y, XYSeriesRenderStyle.Scatter);
        series.setMarker(marker).setMarkerColor(color);
    }

    private XYSeries series(double[] x, double[] y, XYSeriesRenderStyle style) {
        return chart.addSeries("series " + chart.getSeriesMap().size(), x, y).setXYSeriesRenderStyle(style);
    }

    void explain(LegendEntry entry) {
        legend.add(entry);
    }

    ChartPicture picture(String name, int width, int height) {
        fitTitle(width - BESIDE_TITLE);
        return new ChartPicture(name, chart, ticks, new Legend(legend), width, height);
    }

    /** A picture as high as a square plot needs. */
    ChartPicture squarePicture(String name, int width) {
        return picture(name, width, width).withSquarePlot();
    }

    /** In smaller letters where it would be cut off otherwise. */
    private void fitTitle(int width) {
        double wanted = HouseStyle.width(chart.getTitle(), HouseStyle.TITLE);
        float size = (float) (HouseStyle.TITLE.getSize() * Math.min(1, width / wanted));
        chart.getStyler()
                .setChartTitleFont(
                        HouseStyle.fontFor(chart.getTitle(), HouseStyle.TITLE).deriveFont(size));
    }
}
