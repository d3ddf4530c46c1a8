package dev.outsole.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The one file to submit, as the build left it. */
class SubmittedJarIT {
    private static final long MEBIBYTE = 1 << 20;

    private static Path jar;
    private static Set<String> entries;

    @BeforeAll
    static void open() throws IOException {
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            jar = built.filter(file -> file.toString().endsWith("-all.jar"))
                    .findFirst()
                    .orElseThrow();
        }
        entries = names(jar.toFile());
    }

    @Test
    void isOfASizeThatCanBeSentAround() throws IOException {
        assertThat(Files.size(jar)).isBetween(50 * MEBIBYTE, 200 * MEBIBYTE);
    }

    @Test
    void holdsWhatItNeeds() {
        assertThat(entries)
                .contains(
                        "dev/outsole/cli/Main.class",
                        "outsole.conf",
                        "dev/outsole/report/page/page.ftl",
                        "net/sf/jasperreports/fonts/dejavu/DejaVuSans.ttf",
                        "net/sf/jasperreports/fonts/dejavu/DejaVuSans-Bold.ttf",
                        "net/sf/jasperreports/fonts/dejavu/LICENSE",
                        "org/deeplearning4j/spark/impl/multilayer/SparkDl4jMultiLayer.class");
        assertThat(entries).anyMatch(name -> name.matches("org/bytedeco/openblas/[^/]+/libopenblas.*"));
    }

    /** The font's jar is LGPL but for the fonts themselves. */
    @Test
    void holdsTheFontAloneOfItsJar() {
        assertThat(entries)
                .filteredOn(name -> name.startsWith("net/sf/") && !name.endsWith("/"))
                .hasSize(3);
        assertThat(entries).doesNotContain("jasperreports_extension.properties");
    }

    /** Without it every start would say that the version of OpenBLAS could not be found. */
    @Test
    void holdsTheVersionThatJavaCppLooksFor() throws IOException {
        try (JarFile open = new JarFile(jar.toFile())) {
            assertThat(open.getEntry("META-INF/maven/org.bytedeco/openblas/pom.properties"))
                    .isNotNull();
            assertThat(open.stream().map(JarEntry::getName)).noneMatch(name -> name.endsWith("/pom.xml"));
        }
    }

    /** FreeMarker reads records by a class for Java 16 and newer; without it no cluster could write a report. */
    @Test
    void isMultiRelease() throws IOException {
        try (JarFile open = new JarFile(jar.toFile())) {
            assertThat(open.isMultiRelease()).isTrue();
            assertThat(open.getEntry("META-INF/versions/16/freemarker/core/_Java16Impl.class"))
                    .isNotNull();
        }
    }

    /** A class of Spark's in the submitted jar would meet itself. */
    @Test
    void sharesNoClassWithSpark() throws IOException {
        List<String> shared = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String library :
                Files.readString(Path.of("target/embedded.classpath")).strip().split(File.pathSeparator)) {
            for (String name : names(new File("target", library))) {
                if (name.endsWith(".class") && seen.add(name) && entries.contains(name)) {
                    shared.add(name + " in " + library);
                }
            }
        }

        assertThat(seen).hasSizeGreaterThan(1000);
        assertThat(shared).isEmpty();
    }

    private static Set<String> names(File file) throws IOException {
        try (JarFile open = new JarFile(file)) {
            return open.stream()
                    .map(JarEntry::getName)
                    .filter(name -> !name.startsWith("META-INF/"))
                    .collect(Collectors.toSet());
        }
    }
}
