package dev.outsole.report.page;

import dev.outsole.image.ImageShape;
import dev.outsole.report.page.PageData.ImagesData;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Puts many small images into one PNG. */
final class Sprite {

    private Sprite() {}

    static ImagesData of(ShownImages images) {
        ImageShape shape = images.shape();
        List<Integer> indices = List.copyOf(images.pixels().keySet());
        int columns = (int) Math.max(1, Math.ceil(Math.sqrt(indices.size())));
        int lines = Math.max(1, (indices.size() + columns - 1) / columns);
        BufferedImage sprite =
                new BufferedImage(columns * shape.width(), lines * shape.height(), BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < indices.size(); i++) {
            byte[] pixels = images.pixels().getOrDefault(indices.get(i), new byte[0]);
            sprite.getRaster()
                    .setDataElements(
                            i % columns * shape.width(),
                            i / columns * shape.height(),
                            shape.width(),
                            shape.height(),
                            pixels);
        }
        String png = "data:image/png;base64," + Base64.getEncoder().encodeToString(png(sprite));
        return new ImagesData(shape.width(), shape.height(), columns, indices, png);
    }

    /** Through memory: by itself, ImageIO goes through a temporary file. */
    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing PNG to memory failed", e);
        }
        return bytes.toByteArray();
    }
}
