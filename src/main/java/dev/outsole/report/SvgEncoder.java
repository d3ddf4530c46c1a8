package dev.outsole.report;

import java.awt.Dimension;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.DefaultStyleHandler;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Pictures to SVG, by painting them on Batik's graphics. The XML is made by the JDK's own parser and writer, whatever else is on the
 * class path; Batik's writer would put a document type in front, for which every reader of the file asks the network.
 */
final class SvgEncoder {
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    /** Decimals of a coordinate: a hundredth of a user unit is finer than any print. */
    private static final int PRECISION = 2;

    private SvgEncoder() {}

    static byte[] encode(Picture picture) {
        try {
            return written(draw(picture));
        } catch (ParserConfigurationException | TransformerException e) {
            throw new IllegalStateException("the JDK's own XML parser or writer failed on " + picture.name(), e);
        }
    }

    /** One at a time: Batik formats all numbers of a JVM with the same few DecimalFormats, which aren't thread-safe. */
    private static synchronized Element draw(Picture picture) throws ParserConfigurationException {
        SVGGraphics2D graphics = new TextKeepingGraphics(context(picture), picture.outlinedTexts());
        graphics.setSVGCanvasSize(new Dimension(picture.width(), picture.height()));
        picture.paint(graphics);
        Element root = graphics.getRoot();
        // Without a view box a page can't scale the picture.
        root.setAttributeNS(null, "viewBox", "0 0 " + picture.width() + " " + picture.height());
        return root;
    }

    private static byte[] written(Element root) throws TransformerException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
        writer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
        writer.transform(new DOMSource(root), new StreamResult(bytes));
        return bytes.toByteArray();
    }

    private static SVGGeneratorContext context(Picture picture) throws ParserConfigurationException {
        Document document = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .getDOMImplementation()
                .createDocument(NAMESPACE, "svg", null);
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setPrecision(PRECISION);
        context.setComment("Outsole");
        context.setImageHandler(new EmbeddedImages());
        context.setStyleHandler(new FontFamilies());
        context.setIDGenerator(new PrefixedIds(picture.name() + "-"));
        SVGGeneratorContext.GraphicContextDefaults defaults = new SVGGeneratorContext.GraphicContextDefaults();
        defaults.setFont(HouseStyle.TEXT);
        context.setGraphicContextDefaults(defaults);
        return context;
    }

    /** A reader that lacks the font of the house takes another one without serifs. */
    private static final class FontFamilies extends DefaultStyleHandler {
        @Override
        @SuppressWarnings("rawtypes") // Batik's
        public void setStyle(Element element, Map style, SVGGeneratorContext context) {
            super.setStyle(element, style, context);
            String family = element.getAttribute("font-family");
            if (!family.isEmpty() && !family.endsWith("sans-serif")) {
                element.setAttributeNS(null, "font-family", family + ", sans-serif");
            }
        }
    }

    /** Ids that begin with the picture's name, so that several pictures can stand inline in one page. */
    private static final class PrefixedIds extends SVGIDGenerator {
        private final String prefix;

        PrefixedIds(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public String generateID(String kind) {
            return super.generateID(prefix + kind);
        }
    }
}
