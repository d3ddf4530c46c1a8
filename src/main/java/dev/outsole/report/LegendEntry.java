package dev.outsole.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** One line of a legend: a key, which shows how a series is drawn, and what it stands for. */
record LegendEntry(String label, Color color, BasicStroke stroke, Marker marker) {
    private static final int KEY_WIDTH = 24;
    private static final int MARKER_WIDTH = 10;
    private static final int SPACE = 6;

    static LegendEntry line(String label, Color color, BasicStroke stroke) {
        return new LegendEntry(label, color, stroke, SeriesMarkers.NONE);
    }

    static LegendEntry points(String label, Color color, Marker marker) {
        return new LegendEntry(label, color, SeriesLines.NONE, marker);
    }

    double width() {
        return keyWidth() + SPACE + HouseStyle.width(label, HouseStyle.TEXT);
    }

    private int keyWidth() {
        return stroke.equals(SeriesLines.NONE) ? MARKER_WIDTH : KEY_WIDTH;
    }

    void paint(Graphics2D graphics, double left, double baseline) {
        double middle = baseline - HouseStyle.TEXT.getSize() * 0.35;
        graphics.setColor(color);
        if (!stroke.equals(SeriesLines.NONE)) {
            graphics.setStroke(stroke);
            graphics.draw(new Line2D.Double(left, middle, left + keyWidth(), middle));
        }
        marker.paint(graphics, left + keyWidth() / 2.0, middle, HouseStyle.MARKER_SIZE);
        graphics.setColor(HouseStyle.INK);
        graphics.setFont(HouseStyle.fontFor(label, HouseStyle.TEXT));
        graphics.drawString(label, (float) (left + keyWidth() + SPACE), (float) baseline);
    }
}
