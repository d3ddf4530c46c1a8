package dev.outsole.notice;

import dev.outsole.UserError;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The address of a webhook. Whoever knows it can post, so neither it nor any part of it is ever printed. */
public final class SecretUrl {
    /** The environment variable that may hold it. */
    public static final String VARIABLE = "OUTSOLE_NOTIFY_URL";

    private final URI address;

    private SecretUrl(URI address) {
        this.address = address;
    }

    /**
     * That of the environment, or else of the file, or none.
     *
     * @param file its only line is the URL; empty if there is no such file
     * @throws UserError if the file can't be read, or what stands there is no http or https URL
     */
    public static Optional<SecretUrl> find(Map<String, String> environment, String file) {
        String variable = environment.getOrDefault(VARIABLE, "");
        if (!variable.isBlank()) {
            return Optional.of(parse(variable, VARIABLE));
        }
        return file.isEmpty() ? Optional.empty() : Optional.of(parse(read(file), "outsole.notify.url-file = " + file));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UserError(
                    "outsole.notify.url-file = " + file + " can't be read: name a file that holds the webhook's URL",
                    e);
        }
    }

    /** What the URI's own error would say holds the text itself: it stays here. */
    private static SecretUrl parse(String text, String where) {
        URI address = uri(text.strip());
        if (address == null
                || address.getHost() == null
                || !String.valueOf(address.getScheme()).matches("https?")) {
            throw new UserError(where + " is no URL of a webhook: give one such as https://host/path");
        }
        return new SecretUrl(address);
    }

    private static @Nullable URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    URI address() {
        return address;
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
