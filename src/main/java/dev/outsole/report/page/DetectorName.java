package dev.outsole.report.page;

import java.util.Locale;

/**
 * A detector in a sentence: {@code pixels} and {@code adjusted-neighbours} are many, and stand as they are; {@code autoencoder} is one, and
 * takes an article.
 */
record DetectorName(String key) {

    boolean plural() {
        return key.endsWith("s") && !key.endsWith("ss");
    }

    /** {@code pixels}, {@code the autoencoder}. */
    String inText() {
        return plural() ? key : "the " + key;
    }

    /** At the start of a sentence. */
    String atStart() {
        String text = inText();
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** What of two forms of a verb fits. */
    String verb(String one, String many) {
        return plural() ? many : one;
    }
}
