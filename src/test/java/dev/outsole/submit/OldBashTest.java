package dev.outsole.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** macOS has Bash 3.2: no script of ours may use what came later, or what failed there. */
class OldBashTest {
    private static final List<Pattern> NEWER = Stream.of(
                    "\\b(declare|local|readonly|typeset) -[a-zA-Z]*[Agn]", // associative arrays
                    "\\b(mapfile|readarray|coproc)\\b",
                    "\\$\\{[^}]*(,,|\\^\\^|@[A-Za-z]\\})", // upper case, lower case, quoting
                    "\\$\\{\\w+\\[-[0-9]", // an element from the end
                    "=~ [^$ ]*\\(", // parentheses in a pattern that stands in no variable
                    "&>>|\\|&|;;&|;&",
                    "source <\\(",
                    "\\bread [^|]*-N",
                    "printf '%\\(")
            .map(Pattern::compile)
            .toList();

    static Stream<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.walk(FakeProject.REAL.resolve("submit"))) {
            return files.filter(Files::isRegularFile).filter(OldBashTest::isBash).toList().stream();
        }
    }

    private static boolean isBash(Path file) {
        try {
            return file.toString().endsWith(".bash") || Files.readString(file).startsWith("#!/usr/bin/env bash");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void usesNothingNewer(Path script) throws IOException {
        assertThat(Files.readAllLines(script))
                .noneMatch(line ->
                        NEWER.stream().anyMatch(pattern -> pattern.matcher(line).find()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "declare -A a",
                "x=${y,,}",
                "mapfile -t a",
                "readonly -A SHA=(",
                "${java[-1]}",
                "[[ $x =~ ^(a) ]]",
                "a |& b"
            })
    void whatIsNewerIsNoticed(String line) {
        assertThat(NEWER).anyMatch(pattern -> pattern.matcher(line).find());
    }
}
