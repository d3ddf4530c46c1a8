package dev.outsole.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What others see of a program's work in the folder of outputs.
 *
 * @param before names that were there before it began, such as what a killed one has left
 */
record Traces(Path outputs, Set<String> before) {
    private static final String STAGED = ".*\\.tmp-[^/]*";
    /** The last file of a directory that is staged, or one of a sweep's last files. */
    private static final String COMMITTING =
            STAGED + "/(model|summary|sweep)\\.json" + "|.*/\\.(summary\\.json|report\\.html)\\.tmp-[^/]*";

    static Traces before(Path outputs) {
        return new Traces(outputs, names(outputs).collect(Collectors.toUnmodifiableSet()));
    }

    /** Names below a folder. Something may be renamed or removed while they are listed. */
    static Stream<String> names(Path folder) {
        try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            return files.map(Path::toString).toList().stream();
        } catch (IOException | UncheckedIOException e) {
            return Stream.empty();
        }
    }

    /** Names below a folder that only a program that goes on has. */
    static List<String> leftovers(Path folder) {
        return names(folder)
                .filter(name -> name.contains(".tmp-") || name.contains(".lock") || name.contains("_temporary"))
                .toList();
    }

    boolean show(Moment.Begin begin) {
        return switch (begin) {
            case LEASE -> true;
            case STAGED -> madeSince().anyMatch(name -> name.matches(STAGED));
            case COMMIT -> madeSince().anyMatch(name -> name.matches(COMMITTING));
        };
    }

    /** But for leases, which are renewed all the time. */
    private Stream<String> madeSince() {
        return names(outputs).filter(name -> !before.contains(name) && !name.contains(".lock/"));
    }

    /** The file of the lease that a process has. */
    Optional<Path> lease(long process) {
        return names(outputs)
                .filter(name -> name.matches(".*\\.lock/\\d{12}\\.json"))
                .map(Path::of)
                .filter(lease -> isOf(process, lease))
                .findFirst();
    }

    private static boolean isOf(long process, Path lease) {
        try {
            return new ObjectMapper()
                            .readTree(lease.toFile())
                            .at("/process/number")
                            .asLong()
                    == process;
        } catch (IOException e) {
            return false; // it has no content yet, or is given back
        }
    }
}
