package dev.outsole.report;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * DejaVu Sans, which travels with Outsole, so that pictures look the same on every machine and need none of its fonts. Its files are
 * unpacked into a temporary folder, which goes when the JVM ends.
 */
final class ShippedFont {
    static final Font PLAIN;
    static final Font BOLD;

    static {
        try {
            Path folder = Files.createTempDirectory("outsole-fonts");
            folder.toFile().deleteOnExit();
            Path plain = unpack("DejaVuSans.ttf", folder);
            Path bold = unpack("DejaVuSans-Bold.ttf", folder);
            if (!javaFindsFonts(plain)) {
                FontConfiguration.use(folder.resolve("fontconfig.properties"), plain, bold);
            }
            PLAIN = Font.createFont(Font.TRUETYPE_FONT, plain.toFile());
            // Java takes a font out of a file for a plain one, whatever is in it.
            BOLD = Font.createFont(Font.TRUETYPE_FONT, bold.toFile()).deriveFont(Font.BOLD);
        } catch (IOException e) {
            throw new UncheckedIOException("the pictures' font can't be unpacked: " + e.getMessage(), e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("this Java can't read the font that Outsole ships", e);
        }
    }

    private ShippedFont() {}

    private static Path unpack(String name, Path folder) throws IOException {
        Path file = folder.resolve(name);
        file.toFile().deleteOnExit();
        try (InputStream font = ShippedFont.class.getResourceAsStream("/net/sf/jasperreports/fonts/dejavu/" + name)) {
            if (font == null) {
                throw new IllegalStateException("the font " + name + " is missing from the class path");
            }
            Files.copy(font, file);
        }
        return file;
    }

    /**
     * Without fontconfig, and without any font in the system, Java refuses to deal with fonts at all: by an {@code InternalError} up to
     * Java 17, by a {@code RuntimeException} in newer ones. It tries anew at the next call.
     */
    private static boolean javaFindsFonts(Path font) throws IOException, FontFormatException {
        try {
            Font.createFont(Font.TRUETYPE_FONT, font.toFile());
            return true;
        } catch (InternalError | RuntimeException e) {
            return false;
        }
    }
}
