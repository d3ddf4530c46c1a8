package dev.outsole;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Names that a user may have meant by one that doesn't exist. */
final class NearNames {
    private static final LevenshteinDistance EDITS = LevenshteinDistance.getDefaultInstance();
    /** Shorter texts are near to anything. */
    private static final int SHORTEST = 3;

    private static final int MOST_EDITS = 3;
    private static final int MOST_NAMES = 3;

    private NearNames() {}

    /** A question for the end of a phrase, such as {@code " (did you mean sandal?)"}; empty if no name is near. */
    static String question(String text, Collection<String> names) {
        List<String> near = to(text, names);
        return near.isEmpty() ? "" : " (did you mean " + String.join(" or ", near) + "?)";
    }

    /** The names that are nearest to a text, without regard to case; none if the text is near to nothing. */
    static List<String> to(String text, Collection<String> names) {
        String typed = lower(text);
        int most = typed.length() < SHORTEST ? 0 : Math.min(MOST_EDITS, (typed.length() + 1) / 3);
        return names.stream()
                .distinct()
                .collect(Collectors.groupingBy(name -> distance(typed, lower(name)), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .findFirst()
                .filter(nearest -> nearest.getKey() <= most)
                .map(Map.Entry::getValue)
                .orElse(List.of())
                .stream()
                .limit(MOST_NAMES)
                .toList();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Edits to the whole name, or to some of its words ({@code boots} is 2 from {@code ankle-boot}), or 1 if the name goes on. */
    private static int distance(String typed, String name) {
        int words = words(name).mapToInt(part -> edits(typed, part)).min().orElse(name.length());
        int part = typed.length() >= SHORTEST && name.startsWith(typed) ? 0 : words;
        return Math.min(edits(typed, name), 1 + part);
    }

    /** Each run of neighbouring words. */
    private static Stream<String> words(String name) {
        List<Integer> begins = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        for (int i = 0; i <= name.length(); i++) {
            boolean before = i > 0 && Character.isLetterOrDigit(name.charAt(i - 1));
            boolean after = i < name.length() && Character.isLetterOrDigit(name.charAt(i));
            if (before != after) {
                (after ? begins : ends).add(i);
            }
        }
        return begins.stream()
                .flatMap(begin -> ends.stream().filter(end -> end > begin).map(end -> name.substring(begin, end)));
    }

    /** Letters that are added, left out or changed; two neighbours that changed places count once. */
    private static int edits(String typed, String name) {
        int least = EDITS.apply(typed, name);
        for (int i = 0; i + 1 < typed.length(); i++) {
            char[] swapped = typed.toCharArray();
            swapped[i] = typed.charAt(i + 1);
            swapped[i + 1] = typed.charAt(i);
            least = Math.min(least, 1 + EDITS.apply(String.valueOf(swapped), name));
        }
        return least;
    }
}
