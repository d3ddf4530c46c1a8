package dev.outsole.report;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A text that is known by its outline.
 *
 * @param text what is written
 * @param middle of its base line, in user units from its start
 * @param upright whether it runs upwards, as the title of the vertical axis does
 */
record TextOutline(String text, double middle, boolean upright) {
    private static final AffineTransform LEVEL = new AffineTransform();
    private static final AffineTransform UPRIGHT = AffineTransform.getRotateInstance(-Math.PI / 2);

    /** The texts by their outlines in the font, level and upright. */
    static Map<Path, TextOutline> all(Set<String> texts, Font font, FontRenderContext context) {
        Map<Path, TextOutline> outlines = new HashMap<>();
        for (String text : texts) {
            TextLayout layout = new TextLayout(text, font, context);
            double middle = layout.getAdvance() / 2;
            outlines.put(Path.of(layout.getOutline(LEVEL)), new TextOutline(text, middle, false));
            outlines.put(Path.of(layout.getOutline(UPRIGHT)), new TextOutline(text, middle, true));
        }
        return outlines;
    }

    /** A shape's segments, as a value: shapes that look the same are equal. */
    record Path(List<Double> segments) {
        static Path of(Shape shape) {
            List<Double> segments = new ArrayList<>();
            double[] points = new double[6];
            for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
                int kind = i.currentSegment(points);
                segments.add((double) kind);
                for (int at = 0; at < coordinates(kind); at++) {
                    segments.add(points[at]);
                }
            }
            return new Path(segments);
        }

        private static int coordinates(int kind) {
            return switch (kind) {
                case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> 2;
                case PathIterator.SEG_QUADTO -> 4;
                case PathIterator.SEG_CUBICTO -> 6;
                case PathIterator.SEG_CLOSE -> 0;
                default -> throw new IllegalArgumentException("unknown kind of path segment: " + kind);
            };
        }
    }
}
