package dev.outsole.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures to pixels, and pixels to PNG. */
final class PngEncoder {
    /** Pixels per user unit. */
    static final int SCALE = 2;

    private static final Map<RenderingHints.Key, Object> SMOOTH = Map.of(
            RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON,
            RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON,
            RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON,
            RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE,
            RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);

    private PngEncoder() {}

    static BufferedImage raster(Picture picture) {
        BufferedImage image =
                new BufferedImage(picture.width() * SCALE, picture.height() * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHints(SMOOTH);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            graphics.scale(SCALE, SCALE);
            picture.paint(graphics);
        } finally {
            graphics.dispose();
        }
        return image;
    }

    /** Through memory: by itself, ImageIO goes through a temporary file. */
    static byte[] encode(RenderedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream buffer = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", buffer)) {
                throw new IllegalStateException(
                        "this Java runtime has no PNG writer: use one with the java.desktop module");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing PNG to memory failed", e);
        }
        return bytes.toByteArray();
    }
}
