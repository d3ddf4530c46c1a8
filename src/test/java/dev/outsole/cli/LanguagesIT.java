package dev.outsole.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nights of one history on machines of other languages: with Persian and Arabic digits, another year, an i without a dot in its capital.
 * They read each other's files, and write the same.
 */
final class LanguagesIT {
    @TempDir
    private Path folder;

    @Test
    void nightsAreTheSameInEveryLanguage() throws Exception {
        night("2026-11-21", "-Duser.language=fa -Duser.country=IR");
        night("2026-11-22", "-Duser.language=ar -Duser.country=EG -Duser.extensions=u-nu-arab");
        night("2026-11-23", "-Duser.language=th -Duser.country=TH -Duser.extensions=u-ca-buddhist");
        String last = night("2026-11-24", "-Duser.language=tr -Duser.country=TR");

        assertThat(last).contains("night of 2026-11-24: passed, compared with 3 nights");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.map(Path::toString)).allMatch(name -> name.matches("\\p{ASCII}*"));
        }
        assertThat(contents("auc.csv")).hasSize(1).first().asString().contains("pixels,Sandal,Sneaker,1,0.50923");
        assertThat(contents("one-vs-rest.csv")).hasSize(1);
    }

    private String night(String date, String language) throws Exception {
        Launcher launcher = new Launcher(folder, Map.of("JAVA_TOOL_OPTIONS", language));
        Launcher.Result night = launcher.run(
                "nightly",
                "--data=" + Launcher.data(),
                "--normal=sandal",
                "--abnormal=sneaker",
                "--detectors=pixels",
                "--date=" + date);
        assertThat(night.exitCode()).as(night.err()).isZero();
        return night.out();
    }

    /** Of a file in each run; one text if they are all alike. */
    private List<String> contents(String name) throws Exception {
        try (Stream<Path> files = Files.walk(folder.resolve("runs"))) {
            List<Path> found = files.filter(file -> file.endsWith(name)).toList();
            assertThat(found).hasSize(4);
            return found.stream().map(LanguagesIT::text).distinct().toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
