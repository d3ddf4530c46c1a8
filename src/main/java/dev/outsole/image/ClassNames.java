package dev.outsole.image;

import dev.outsole.UserError;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The names of a data set's classes, in the order of their labels 0, 1, 2, … */
public record ClassNames(List<String> names) implements Serializable {

    public ClassNames {
        names = List.copyOf(names);
        if (names.size() < 2) {
            throw new UserError("class names " + names + ": at least two are needed, one normal and one abnormal");
        }
        Set<String> slugs = new HashSet<>();
        for (String name : names) {
            String slug = ImageClass.slug(name);
            if (slug.isEmpty()) {
                throw new UserError(
                        "class name '" + name + "' has no letter or digit: give every class a name that can be typed");
            }
            if (!slugs.add(slug)) {
                throw new UserError(
                        "class name '" + name + "' stands twice among " + names + ": give every class its own name");
            }
        }
    }

    public int size() {
        return names.size();
    }

    /** All classes, in the order of their labels. */
    public List<ImageClass> all() {
        return IntStream.range(0, size()).mapToObj(this::labelled).toList();
    }

    /** The class with this label. */
    public ImageClass labelled(int label) {
        return new ImageClass(label, names.get(label));
    }

    /**
     * The class that a user means: by its name without regard to case and punctuation ({@code ankle-boot}), or by its number, if no
     * class has that for its name.
     *
     * @throws UserError if there is no such class; the message lists those that there are
     */
    public ImageClass named(String text) {
        String wanted = ImageClass.slug(text);
        return first(candidate -> candidate.slug().equals(wanted))
                .or(() -> first(candidate -> String.valueOf(candidate.label()).equals(text)))
                .orElseThrow(() -> UserError.unknown("class", text, slugs(), "choose one of " + choices()));
    }

    private Optional<ImageClass> first(Predicate<ImageClass> condition) {
        return all().stream().filter(condition).findFirst();
    }

    private List<String> slugs() {
        return all().stream().map(ImageClass::slug).toList();
    }

    private String choices() {
        return all().stream()
                .map(choice -> choice.label() + " " + choice.slug())
                .collect(Collectors.joining(", "));
    }
}
