package dev.outsole.report.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * The content of a {@code script} or {@code style} element, which HTML has no escapes for: it must not have what ends such an element, or
 * what hides its end.
 */
record Inlined(String text) {

    Inlined {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String end : List.of("</script", "</style", "<!--", "<script")) {
            if (lower.contains(end)) {
                throw new IllegalArgumentException("an inlined script or style has " + end + " in it");
            }
        }
    }

    static Inlined of(String... parts) {
        return new Inlined(String.join("\n", parts));
    }

    /** As a Content-Security-Policy names it. */
    String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
