package dev.outsole.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.needs.Needs;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Needs("libharfbuzz0b")
class ShippedFontTest {
    @TempDir
    private Path folder;

    @Test
    void isDejaVuSans() {
        assertThat(List.of(HouseStyle.TITLE, HouseStyle.TEXT))
                .extracting(Font::getFamily)
                .containsOnly("DejaVu Sans");
        assertThat(HouseStyle.TITLE.isBold()).isTrue();
        assertThat(HouseStyle.TEXT.isPlain()).isTrue();
    }

    @Test
    void boldLettersAreThoseOfTheBoldFontAndNotThickenedTwice() {
        // In units of the font's em, 2048: D has an advance of 1577 in DejaVu Sans, 1700 in DejaVu Sans Bold.
        assertThat(HouseStyle.width("D", ShippedFont.PLAIN.deriveFont(2048f))).isEqualTo(1577);
        assertThat(HouseStyle.width("D", ShippedFont.BOLD.deriveFont(2048f))).isEqualTo(1700);
    }

    @Test
    void lettersThatItLacksAreLeftToTheSystem() {
        Font chinese = HouseStyle.fontFor("靴", HouseStyle.TITLE);

        assertThat(HouseStyle.fontFor("Žluťoučký кот", HouseStyle.TITLE)).isSameAs(HouseStyle.TITLE);
        assertThat(chinese.getName()).isEqualTo(Font.SANS_SERIF);
        assertThat(chinese.getSize2D()).isEqualTo(HouseStyle.TITLE.getSize2D());
        assertThat(chinese.isBold()).isTrue();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void picturesAreTheSameWhereTheSystemHasNoFont() throws IOException, InterruptedException {
        List<String> lines = drawnWithoutFonts();

        assertThat(lines.get(0)).isEqualTo(DrawnElsewhere.NO_FONTS);
        assertThat(lines.subList(1, lines.size())).isEqualTo(DrawnElsewhere.checksums());
    }

    /** By a fontconfig that is told of no folder with fonts, and a home without the list that Java keeps of what it has found. */
    private List<String> drawnWithoutFonts() throws IOException, InterruptedException {
        Path configuration = Files.writeString(folder.resolve("fonts.conf"), "<fontconfig/>");
        Path out = folder.resolve("out");
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(List.of("-Djava.awt.headless=true", "-Duser.home=" + folder, "-cp"));
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(DrawnElsewhere.class.getName());
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("FONTCONFIG_FILE", configuration.toString());
        assertThat(builder.start().waitFor()).isZero();
        return Files.readAllLines(out);
    }
}
