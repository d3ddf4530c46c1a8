package dev.outsole.cli;

import java.util.Collection;

/** The first column of tables by detector, as wide as their names need. */
final class DetectorColumn {
    private static final int LEAST = 12;

    private DetectorColumn() {}

    static int width(Collection<String> detectors) {
        return Math.max(LEAST, detectors.stream().mapToInt(String::length).max().orElse(0));
    }

    static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
