package dev.outsole.sweep;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The contents of {@code sweep.json}: what a sweep is to do, written before it begins.
 *
 * @param start ISO 8601, UTC
 * @param settings all that were in force, by dotted key
 * @param dataSha256 of the source files' unpacked content
 * @param classNames in the order of their labels
 */
public record Manifest(
        String version,
        String runId,
        String start,
        Map<String, String> settings,
        Map<String, String> dataSha256,
        List<String> classNames) {
    /** Settings that don't change a result, or that {@link #dataSha256} stands for. */
    private static final Set<String> FREE =
            Set.of("home", "data.source", "data.table", "evaluate.output", "sweep.concurrency", "sweep.resume");

    public Manifest {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        dataSha256 = Collections.unmodifiableMap(new LinkedHashMap<>(dataSha256));
        classNames = List.copyOf(classNames);
    }

    /** What keeps a sweep with this manifest from going on with one that began with another: the first difference, in words. */
    public Optional<String> differenceFrom(Manifest begun) {
        return difference("setting ", settings, begun.settings)
                .or(() -> difference("SHA-256 of the data's ", dataSha256, begun.dataSha256))
                .or(() -> classNames.equals(begun.classNames)
                        ? Optional.empty()
                        : Optional.of("class names: " + begun.classNames + " then, " + classNames + " now"));
    }

    private static Optional<String> difference(String what, Map<String, String> now, Map<String, String> then) {
        Set<String> keys = new TreeSet<>(now.keySet());
        keys.addAll(then.keySet());
        keys.removeAll(FREE);
        return keys.stream()
                .filter(key -> !Objects.equals(now.get(key), then.get(key)))
                .findFirst()
                .map(key -> what + key + ": " + then.getOrDefault(key, "not there") + " then, "
                        + now.getOrDefault(key, "not there") + " now");
    }
}
