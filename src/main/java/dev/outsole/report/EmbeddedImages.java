package dev.outsole.report;

import java.awt.Image;
import java.awt.image.RenderedImage;
import java.util.Base64;
import org.apache.batik.svggen.DefaultImageHandler;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.w3c.dom.Element;

/**
 * Puts images into the SVG itself, as PNG in base 64, so that the file stands alone. Batik's own handler does the same, but
 * needs xmlgraphics-commons, commons-io and commons-logging for it.
 */
final class EmbeddedImages extends DefaultImageHandler {
    @Override
    protected void handleHREF(Image image, Element element, SVGGeneratorContext context) {
        if (!(image instanceof RenderedImage rendered)) {
            throw new IllegalArgumentException(
                    "can't embed a " + image.getClass().getName() + ": draw a BufferedImage");
        }
        handleHREF(rendered, element, context);
    }

    @Override
    protected void handleHREF(RenderedImage image, Element element, SVGGeneratorContext context) {
        String png = Base64.getEncoder().encodeToString(PngEncoder.encode(image));
        element.setAttributeNS("http://www.w3.org/1999/xlink", "xlink:href", "data:image/png;base64," + png);
    }
}
