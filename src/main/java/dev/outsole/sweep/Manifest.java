package dev.outsole.sweep;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
    private static final Set<String> FREE = Set.of(
            "home",
            "data.source",
            "data.table",
            "evaluate.normal",
            "evaluate.abnormal",
            "evaluate.output",
            "svm.cache-mb",
            "sweep.concurrency",
            "sweep.resume");
    /** Groups of settings that only judge or tell results, or that are other commands'. */
    private static final Set<String> FREE_GROUPS = Set.of("nightly", "gate", "notify", "train", "score", "pictures");

    public Manifest {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        dataSha256 = Collections.unmodifiableMap(new LinkedHashMap<>(dataSha256));
        classNames = List.copyOf(classNames);
    }

    /**
     * What keeps a sweep with this manifest from going on with one that began with another: the first difference, in words. A setting that
     * there was not at the time is none: it comes with another build, which is asked about.
     */
    public Optional<String> differenceFrom(Manifest begun) {
        return difference("setting outsole.", settings, begun.settings)
                .or(() -> difference("SHA-256 of the data's ", dataSha256, begun.dataSha256))
                .or(() -> classNames.equals(begun.classNames)
                        ? Optional.empty()
                        : Optional.of("class names: " + begun.classNames + " then, " + classNames + " now"));
    }

    /** Whether a setting, by its dotted key, changes a sweep's figures, its pairs or its seeds. */
    public static boolean changesFigures(String key) {
        return !isFree(key);
    }

    private static boolean isFree(String key) {
        return FREE.contains(key) || FREE_GROUPS.contains(key.replaceFirst("\\..*", ""));
    }

    /** SHA-256, in hexadecimal, of all settings that change a result, a line {@code key=value} each, sorted: equal for equal experiments. */
    public String settingsHash() {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(settings).forEach((key, value) -> {
            if (!isFree(key)) {
                text.append(key).append('=').append(value).append('\n');
            }
        });
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private static Optional<String> difference(String what, Map<String, String> now, Map<String, String> then) {
        Set<String> keys = new TreeSet<>(then.keySet());
        keys.removeIf(Manifest::isFree);
        return keys.stream()
                .filter(key -> !Objects.equals(now.get(key), then.get(key)))
                .findFirst()
                .map(key ->
                        what + key + ": " + then.get(key) + " then, " + now.getOrDefault(key, "not there") + " now");
    }
}
