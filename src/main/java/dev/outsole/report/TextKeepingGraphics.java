package dev.outsole.report;

import java.awt.Font;
import java.awt.Shape;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.batik.svggen.DOMGroupManager;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Element;

/**
 * SVG graphics that write a text where its outline is filled. XChart draws every letter as an outline, which would make its SVG
 * large, unsearchable and impossible to restyle; the outline of a text that the picture has announced is recognised and written as
 * a {@code text} element in its place. An outline that isn't recognised is filled as it is, which looks the same.
 *
 * <p>A reader's sans-serif font is seldom as wide as the one the layout was measured with, so a text is anchored in its middle:
 * titles and tick labels then stay centred.
 */
final class TextKeepingGraphics extends SVGGraphics2D {
    private final Set<String> texts;
    private final Map<Font, Map<TextOutline.Path, TextOutline>> outlines = new HashMap<>();

    TextKeepingGraphics(SVGGeneratorContext context, Set<String> texts) {
        super(context, false);
        this.texts = texts;
    }

    @Override
    public void fill(Shape shape) {
        TextOutline text = outlines.computeIfAbsent(getFont(), this::outlinesIn).get(TextOutline.Path.of(shape));
        if (text == null) {
            super.fill(shape);
        } else {
            write(text);
        }
    }

    private Map<TextOutline.Path, TextOutline> outlinesIn(Font font) {
        return TextOutline.all(texts, font, getFontRenderContext());
    }

    private void write(TextOutline text) {
        Element element = getDOMFactory().createElementNS(SVG_NAMESPACE_URI, SVG_TEXT_TAG);
        element.setAttributeNS(null, "x", getGeneratorContext().doubleString(text.middle()));
        element.setAttributeNS(null, "y", "0");
        element.setAttributeNS(null, "text-anchor", "middle");
        element.appendChild(getDOMFactory().createTextNode(text.text()));
        if (text.upright()) {
            rotate(-Math.PI / 2);
        }
        getDOMGroupManager().addElement(element, DOMGroupManager.FILL);
        if (text.upright()) {
            rotate(Math.PI / 2);
        }
    }
}
