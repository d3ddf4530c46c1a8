package dev.outsole.report;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether this Java can draw text. Some builds leave out the native libraries for it: Debian's headless JDK 21, for one. */
public final class TextDrawing {
    private static final Optional<String> OBSTACLE = obstacle(() -> ShippedFont.PLAIN.getFamily());

    private TextDrawing() {}

    /** Why no picture can be drawn, and what to install. */
    public static Optional<String> obstacle() {
        return OBSTACLE;
    }

    /** A library that is missing is an {@code UnsatisfiedLinkError} at first, and a {@code NoClassDefFoundError} ever after. */
    static Optional<String> obstacle(Supplier<String> font) {
        try {
            Objects.requireNonNull(font.get());
            return Optional.empty();
        } catch (LinkageError e) {
            return Optional.of("this Java can't draw text (" + e.getMessage()
                    + "); install the libraries that it lacks (Debian's libharfbuzz0b brings them)");
        }
    }
}
