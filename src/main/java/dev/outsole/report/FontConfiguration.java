package dev.outsole.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * Tells Java which files hold its logical fonts, such as {@code SansSerif}, where the system doesn't: a {@code fontconfig.properties} as
 * the JDK's <em>Font Configuration Files</em> describes it.
 */
final class FontConfiguration {
    private static final String SETTING = "sun.awt.fontconfig";
    private static final List<String> FAMILIES = List.of("serif", "sansserif", "monospaced", "dialog", "dialoginput");

    private FontConfiguration() {}

    /** Writes the file and makes Java go by it. It must stay for as long as the JVM runs. */
    static void use(Path file, Path plain, Path bold) throws IOException {
        file.toFile().deleteOnExit();
        try (OutputStream out = Files.newOutputStream(file)) {
            properties(plain, bold).store(out, "The only font that is there");
        }
        System.setProperty(SETTING, file.toString());
    }

    private static Properties properties(Path plain, Path bold) {
        Properties properties = new Properties();
        properties.setProperty("version", "1");
        properties.setProperty("sequence.allfonts", "latin-1");
        for (String family : FAMILIES) {
            properties.setProperty(family + ".plain.latin-1", "plain");
            properties.setProperty(family + ".italic.latin-1", "plain");
            properties.setProperty(family + ".bold.latin-1", "bold");
            properties.setProperty(family + ".bolditalic.latin-1", "bold");
        }
        properties.setProperty("filename.plain", plain.toString());
        properties.setProperty("filename.bold", bold.toString());
        return properties;
    }
}
