package dev.outsole.report;

import dev.outsole.image.ClassPair;

/** What the pictures of a pair of classes are headed with. */
final class Titles {
    private Titles() {}

    /** For example {@code ROC: Sandal (normal) vs Sneaker (abnormal)}. */
    static String of(String subject, ClassPair pair) {
        return subject + ": " + Printable.name(pair.normal().name()) + " (normal) vs "
                + Printable.name(pair.abnormal().name()) + " (abnormal)";
    }
}
