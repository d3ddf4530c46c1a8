package dev.outsole.spark;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.outsole.image.ClassNames;
import dev.outsole.image.ImageClass;
import dev.outsole.image.ImageShape;
import dev.outsole.image.Split;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is kept beside an image table's rows.
 *
 * @param formatVersion of the table's layout
 * @param height of every image, in pixels
 * @param width of every image, in pixels
 * @param classes names of the classes, in the order of their labels
 * @param sha256 of each source file's unpacked content, in hexadecimal, by {@code train_images}, {@code train_labels}, {@code
 *     test_images}, {@code test_labels}
 * @param rows how many images there are, by {@code train} and {@code test}, then by the name of the class; empty: a table of format 1
 * @param files the Parquet files that hold the rows, by name; empty: a table of format 1
 */
public record TableInfo(
        int formatVersion,
        int height,
        int width,
        List<String> classes,
        Map<String, String> sha256,
        @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, Map<String, Long>> rows,
        @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, TableFile> files) {
    /** Has counts and checksums; 1 has none. */
    static final int FORMAT_VERSION = 2;

    public TableInfo {
        classes = List.copyOf(classes);
        sha256 = Collections.unmodifiableMap(new TreeMap<>(sha256));
        rows = Collections.unmodifiableMap(new TreeMap<>(rows));
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /** The same with these counts. */
    TableInfo withRows(Map<String, Map<String, Long>> counted) {
        return new TableInfo(formatVersion, height, width, classes, sha256, counted, files);
    }

    /** The same of today's format, with what is known of these files. */
    TableInfo withFiles(SortedMap<String, TableFile> written) {
        return new TableInfo(FORMAT_VERSION, height, width, classes, sha256, rows, written);
    }

    /** The same under other names. */
    TableInfo withNames(ClassNames names) {
        Map<String, Map<String, Long>> renamed = new TreeMap<>();
        rows.forEach((split, counts) -> {
            Map<String, Long> own = new TreeMap<>();
            counts.forEach((name, count) -> own.put(names.names().get(classes.indexOf(name)), count));
            renamed.put(split, own);
        });
        return new TableInfo(formatVersion, height, width, names.names(), sha256, renamed, files);
    }

    /** Whether both are of the same images under the same names, whatever else is known of them. */
    boolean isOfTheSameImages(TableInfo other) {
        return shape().equals(other.shape()) && classes.equals(other.classes) && sha256.equals(other.sha256);
    }

    /** How many images of some classes a split has. */
    public long count(Split split, Collection<ImageClass> wanted) {
        Map<String, Long> ofSplit = rows.getOrDefault(split.key(), Map.of());
        return wanted.stream()
                .mapToLong(one -> ofSplit.getOrDefault(one.name(), 0L))
                .sum();
    }

    /** How many there are in all. */
    public long count() {
        return rows.values().stream()
                .flatMap(split -> split.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    public ImageShape shape() {
        return new ImageShape(height, width);
    }

    public ClassNames classNames() {
        return new ClassNames(classes);
    }
}
