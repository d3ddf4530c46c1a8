package dev.outsole.spark;

import java.util.List;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;

/**
 * The files of a place that a user names.
 *
 * @param files in the order of their paths
 * @param unreadable what stands among them and can't be opened, such as a link that leads nowhere, with the reason
 * @param leftOut how many hidden files there are, and files that programs have left behind
 */
record InputFiles(List<Path> files, SortedMap<Path, String> unreadable, long leftOut) {

    /** Names of all that are not left out. */
    Stream<Path> all() {
        return Stream.concat(files.stream(), unreadable.keySet().stream());
    }

    /** The same without files that are not wanted by their names. */
    List<String> named(Predicate<String> wanted) {
        return files.stream()
                .filter(file -> wanted.test(file.getName()))
                .map(Path::toString)
                .toList();
    }
}
