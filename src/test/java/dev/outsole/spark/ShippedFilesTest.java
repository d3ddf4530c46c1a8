package dev.outsole.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedFilesTest {
    private static final String SHIPPED = "spark.files";

    @TempDir
    Path temporary;

    @AfterEach
    void shipNothing() {
        System.clearProperty(SHIPPED);
    }

    @Test
    void aFileThatIsThereIsMeantItself() throws IOException {
        Path here = Files.writeString(temporary.resolve("own.conf"), "");
        System.setProperty(
                SHIPPED, temporary.resolve("elsewhere/own.conf").toUri().toString());

        assertThat(ShippedFiles.find(here.toString())).isEqualTo(here.toFile());
    }

    /** As a standalone cluster names it to its driver. */
    @Test
    void anotherIsFoundByItsName() throws IOException {
        Path sent = Files.writeString(temporary.resolve("own.conf"), "");
        System.setProperty(SHIPPED, temporary.resolve("log4j2.properties").toUri() + "," + sent.toUri());

        assertThat(ShippedFiles.find("own.conf")).isEqualTo(sent.toFile());
    }

    /** In a URI a space is "%20". */
    @Test
    void aNameMayHaveASpace() throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("with space"));
        Path sent = Files.writeString(folder.resolve("my own.conf"), "");
        System.setProperty(SHIPPED, "file://" + temporary + "/with%20space/my%20own.conf");

        assertThat(ShippedFiles.find("my own.conf")).isEqualTo(sent.toFile());
    }

    @Test
    void oneThatIsNowhereKeepsItsName() {
        assertThat(ShippedFiles.find("nowhere.conf")).isEqualTo(new File("nowhere.conf"));
    }
}
