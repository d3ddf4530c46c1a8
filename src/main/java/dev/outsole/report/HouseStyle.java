package dev.outsole.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.List;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.XYStyler;

/**
 * How every picture looks, in one place: white paper, a light grid, no boxes, and the colours of Okabe and Ito (2008,
 * <em>Color Universal Design</em>), which colour-blind readers can tell apart.
 */
final class HouseStyle {
    /** Blue. */
    static final Color NORMAL = new Color(0x0072B2);
    /** Vermillion. */
    static final Color ABNORMAL = new Color(0xD55E00);
    /** For series that are neither: blue, vermillion, bluish green, reddish purple, orange, sky blue, black. */
    static final List<Color> SERIES = List.of(
            NORMAL,
            ABNORMAL,
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0xE69F00),
            new Color(0x56B4E9),
            Color.BLACK);

    static final Color PAPER = Color.WHITE;
    static final Color INK = new Color(0x262626);
    static final Color REFERENCE = new Color(0x8C8C8C);
    /** XChart paints the plot over the axes: paper would hide half of their lines. */
    private static final Color CLEAR = new Color(255, 255, 255, 0);

    private static final Color GRID = new Color(0xE6E6E6);

    static final Font TITLE = ShippedFont.BOLD.deriveFont(15f);
    static final Font TEXT = ShippedFont.PLAIN.deriveFont(13f);
    private static final Font TICKS = ShippedFont.PLAIN.deriveFont(12f);

    static final BasicStroke LINE = new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    static final BasicStroke DASHES =
            new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {6, 5}, 0);
    private static final BasicStroke HAIRLINE = new BasicStroke(0.8f);

    static final int MARGIN = 12;
    static final int MARKER_SIZE = 6;
    /** At least so far are ticks apart, in user units. */
    private static final int TICK_SPACING = 70;

    /** Leaves room for a marker that stands on the edge of its axis, and for the labels of the outermost ticks. */
    private static final double PLOT_CONTENT = 0.95;

    private HouseStyle() {}

    /** How wide a text is set, in user units. */
    static double width(String text, Font house) {
        return fontFor(text, house)
                .getStringBounds(text, new FontRenderContext(null, true, true))
                .getWidth();
    }

    /** The font for a text: the one of the house, unless it lacks one of the letters (Chinese ones, say); then the system's. */
    static Font fontFor(String text, Font house) {
        return house.canDisplayUpTo(text) < 0
                ? house
                : new Font(Font.SANS_SERIF, house.getStyle(), 1).deriveFont(house.getSize2D());
    }

    static void apply(XYStyler styler) {
        applyToPaper(styler);
        applyToAxes(styler);
    }

    private static void applyToPaper(XYStyler styler) {
        styler.setChartBackgroundColor(PAPER);
        styler.setPlotBackgroundColor(CLEAR);
        styler.setPlotBorderVisible(false);
        styler.setPlotContentSize(PLOT_CONTENT);
        styler.setChartPadding(MARGIN);
        styler.setChartFontColor(INK);
        styler.setChartTitleFont(TITLE);
        styler.setChartTitleBoxVisible(false);
        styler.setChartTitlePadding(9);
        styler.setMarkerSize(MARKER_SIZE);
        styler.setLegendVisible(false);
    }

    private static void applyToAxes(XYStyler styler) {
        styler.setPlotMargin(0);
        styler.setPlotGridLinesColor(GRID);
        styler.setPlotGridLinesStroke(HAIRLINE);
        styler.setAxisTickMarksColor(REFERENCE);
        styler.setAxisTickMarksStroke(HAIRLINE);
        styler.setAxisTickMarkLength(4);
        styler.setAxisTickLabelsFont(TICKS);
        styler.setAxisTickLabelsColor(INK);
        styler.setAxisTitleFont(TEXT);
        styler.setYAxisLabelAlignment(TextAlignment.Right);
        styler.setXAxisTickMarkSpacingHint(TICK_SPACING);
        styler.setYAxisTickMarkSpacingHint(TICK_SPACING);
    }
}
