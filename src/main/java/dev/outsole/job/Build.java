package dev.outsole.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/**
 * Which code is running: the version, and behind a plus sign (Semantic Versioning's build metadata) a checksum of Outsole's own classes and
 * of the versions of the libraries that its figures depend on. The same sources give the same one, in whatever jar they are.
 */
public final class Build {
    private static final int DIGITS = 12;

    private Build() {}

    /** Such as {@code 0.1.0+3f2a9c1d04be}. */
    public static String current() {
        return Current.BUILD;
    }

    /** Taken once, when it is first wanted. */
    private static final class Current {
        static final String BUILD = Version.current() + "+" + of(place());
    }

    private static Path place() {
        try {
            return Path.of(Build.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of Outsole's classes is no path", e);
        }
    }

    /** Of a jar, or of a folder of classes. */
    static String of(Path place) {
        try {
            SortedMap<String, Long> checksums = Files.isDirectory(place) ? inFolder(place) : inJar(place);
            return digest(checksums);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean counts(String name) {
        return (name.startsWith("dev/outsole/") && name.endsWith(".class")) || name.equals("outsole.properties");
    }

    /** A jar's directory has them already. */
    private static SortedMap<String, Long> inJar(Path jar) throws IOException {
        SortedMap<String, Long> checksums = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            zip.stream()
                    .filter(entry -> counts(entry.getName()))
                    .forEach(entry -> checksums.put(entry.getName(), entry.getCrc()));
        }
        return checksums;
    }

    private static SortedMap<String, Long> inFolder(Path folder) throws IOException {
        SortedMap<String, Long> checksums = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (counts(name)) {
                    CRC32 checksum = new CRC32();
                    checksum.update(Files.readAllBytes(file));
                    checksums.put(name, checksum.getValue());
                }
            }
        }
        return checksums;
    }

    private static String digest(SortedMap<String, Long> checksums) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(checksums.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
