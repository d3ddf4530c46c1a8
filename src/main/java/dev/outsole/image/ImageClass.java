package dev.outsole.image;

import java.io.Serializable;
import java.util.Locale;

/** One class of a data set: its label (0-based) and the name that the data set gives it, such as 9 and {@code Ankle boot}. */
public record ImageClass(int label, String name) implements Serializable {

    /** The name as a part of file names and of what a user types: lower case, with hyphens between the words ({@code ankle-boot}). */
    public String slug() {
        return slug(name);
    }

    static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    }
}
