package dev.outsole.raster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Pictures that Pillow has written, 24 pixels wide and 18 high, and what it reads from them: see {@code make.py} beside them. */
final class FixturePictures {

    private FixturePictures() {}

    static byte[] content(String name) {
        try (InputStream in = FixturePictures.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Grey means of 2 × 3 parts by the name of the file. */
    static Map<String, double[]> means() {
        Map<String, double[]> means = new LinkedHashMap<>();
        new String(content("expected.txt"), StandardCharsets.UTF_8).lines().forEach(line -> {
            String[] words = line.split(" ");
            means.put(
                    words[0],
                    Arrays.stream(words)
                            .skip(1)
                            .mapToDouble(Double::parseDouble)
                            .toArray());
        });
        return means;
    }
}
