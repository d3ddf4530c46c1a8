package dev.outsole.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A message names a setting as it is written in a file, with {@code outsole.} before it: whoever reads it finds it there. */
class KeysInMessagesTest {
    private static final Set<String> KEYS =
            Settings.load(Optional.empty(), new Overrides()).asText().keySet();
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    @Test
    void everyKeyInAMessageIsWhole() throws IOException {
        assertThat(literals()).hasSizeGreaterThan(500);
        assertThat(literals().stream().filter(text -> !bareKeys(text).isEmpty()))
                .isEmpty();
    }

    @Test
    void aBareKeyIsNoticed() {
        assertThat(bareKeys("more than svm.max-rows = ")).containsExactly("svm.max-rows");
        assertThat(bareKeys("set bottleneck-bias above 0")).containsExactly("bottleneck-bias");
        assertThat(bareKeys("raise outsole.svm.max-rows, or give --svm-sample N"))
                .isEmpty();
        assertThat(bareKeys("svm.max-rows")).isEmpty(); // read by the program, not by people
    }

    /** In texts of several words: keys without their root, and last parts that no English word is like. */
    private static List<String> bareKeys(String text) {
        List<String> found = new ArrayList<>();
        if (text.strip().contains(" ") || text.endsWith(" = ")) {
            for (String key : KEYS) {
                String last = key.substring(key.lastIndexOf('.') + 1);
                Stream.of(key, last)
                        .filter(name -> name.matches(".*[-.].*") && stands(name, text))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static boolean stands(String name, String text) {
        return Pattern.compile("(?<![\\w.-])" + Pattern.quote(name) + "(?![\\w.-])")
                .matcher(text)
                .find();
    }

    private static List<String> literals() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> code(file).lines())
                    .flatMap(line -> LITERAL.matcher(line).results())
                    .map(found -> found.group(1))
                    .collect(Collectors.toList());
        }
    }

    /** Without comments. */
    private static String code(Path file) {
        try {
            return Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)^\\s*//.*$", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
