package dev.outsole.report;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.knowm.xchart.XYChart;

/** An XChart chart over its legend. */
record ChartPicture(String name, XYChart chart, List<TickLabels> ticks, Legend legend, int width, int height)
        implements Picture {

    ChartPicture {
        ticks = List.copyOf(ticks);
    }

    @Override
    public void paint(Graphics2D graphics) {
        int legendHeight = legend.height(width);
        graphics.setColor(HouseStyle.PAPER);
        graphics.fillRect(0, 0, width, height);
        chart.paint(graphics, width, height - legendHeight);
        legend.paint(graphics, width, height - legendHeight);
    }

    @Override
    public Set<String> outlinedTexts() {
        layOut();
        Set<String> texts = new HashSet<>(Set.of(chart.getTitle(), chart.getXAxisTitle(), chart.getYAxisTitle()));
        ticks.forEach(labels -> texts.addAll(labels.written()));
        return texts;
    }

    /** The same, higher or lower by what its plot lacks of a square. */
    ChartPicture withSquarePlot() {
        layOut();
        double plotWidth = chart.getScreenXFromChart(chart.getStyler().getXAxisMax())
                - chart.getScreenXFromChart(chart.getStyler().getXAxisMin());
        double plotHeight = chart.getScreenYFromChart(chart.getStyler().getYAxisMin())
                - chart.getScreenYFromChart(chart.getStyler().getYAxisMax());
        double missing = (plotWidth - plotHeight) / chart.getStyler().getPlotContentSize();
        return new ChartPicture(name, chart, ticks, legend, width, (int) Math.round(height + missing));
    }

    /** XChart finds out where things stand only as it paints. */
    private void layOut() {
        Graphics2D scratch = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        try {
            paint(scratch);
        } finally {
            scratch.dispose();
        }
    }
}
