package dev.outsole.needs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A line of {@code needs.txt}, which {@code submit/verify} reads as well.
 *
 * @param name Debian's package
 * @param purpose what the tests use it for
 * @param probe a command of the shell that succeeds where the tool is there
 */
record Tool(String name, String purpose, String probe) {
    static final Path LIST = Path.of("src/test/resources/needs.txt");

    private static final Map<Tool, Boolean> FOUND = new ConcurrentHashMap<>();

    Tool {
        if (name.isEmpty() || purpose.isEmpty() || probe.isEmpty()) {
            throw new IllegalArgumentException(
                    "a line has three columns, none of them empty: " + name + " | " + purpose + " | " + probe);
        }
    }

    /** The one line of the list that has this name. */
    static Tool named(String name, Path list) {
        List<Tool> found =
                read(list).stream().filter(tool -> tool.name.equals(name)).toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(list + " has " + found.size() + " lines for " + name + "; it needs one");
        }
        return found.get(0);
    }

    static List<Tool> read(Path list) {
        try {
            return Files.readAllLines(list).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Tool::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Tool of(String line) {
        String[] columns = line.split("\\|", 3);
        if (columns.length != 3) {
            throw new IllegalArgumentException("a line has three columns, with a | between them: " + line);
        }
        return new Tool(columns[0].strip(), columns[1].strip(), columns[2].strip());
    }

    /** Asked once for each tool. */
    boolean isThere() {
        return FOUND.computeIfAbsent(this, Tool::probed);
    }

    private static boolean probed(Tool tool) {
        try {
            return new ProcessBuilder("bash", "-c", tool.probe)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            throw new UncheckedIOException("the tests need bash", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
