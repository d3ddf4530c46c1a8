package dev.outsole.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What a reader of the written files sees. */
final class Rendered {
    private Rendered() {}

    static byte[] bytes(Picture picture, PictureFormat format) {
        return format.encode(picture);
    }

    static BufferedImage png(Picture picture) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes(picture, PictureFormat.PNG)));
            assertThat(image).as("decoded PNG").isNotNull();
            return image;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Parsed, and with any document type refused. */
    static Document svg(Picture picture) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder parser = factory.newDocumentBuilder();
            return parser.parse(new ByteArrayInputStream(bytes(picture, PictureFormat.SVG)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("not XML: " + e.getMessage(), e);
        }
    }

    static List<String> texts(Picture picture) {
        return elements(picture, "text").stream().map(Node::getTextContent).toList();
    }

    static List<Element> elements(Picture picture, String tag) {
        NodeList found = svg(picture).getElementsByTagNameNS("http://www.w3.org/2000/svg", tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    /** The attribute of the element or, if it has none, of the closest one around it. */
    static String inherited(Element element, String attribute) {
        return element.hasAttribute(attribute) || !(element.getParentNode() instanceof Element parent)
                ? element.getAttribute(attribute)
                : inherited(parent, attribute);
    }

    /** How many of the elements are drawn in the colour, {@code rgb(0,114,178)}; grid and axes aren't. */
    static long count(Picture picture, String tag, String paint, String color) {
        return elements(picture, tag).stream()
                .filter(element -> !inherited(element, paint).equals("none"))
                .filter(element -> inherited(element, paint).equals(color))
                .count();
    }
}
