package dev.outsole.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import dev.outsole.UserError;
import dev.outsole.image.ClassNames;
import dev.outsole.image.ImageClass;
import dev.outsole.sweep.Manifest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The settings that a sweep began with, to go on by. What a user gives besides must be the same, save for what changes no figure.
 *
 * @param place of the sweep, for messages
 * @param manifest what it is to do
 */
record BegunSweep(String place, Manifest manifest) {
    private static final Set<String> CLASS_LISTS = Set.of("sweep.normal", "sweep.abnormal");
    /** It has been used: the run directory is there. */
    private static final String OUTPUT = "evaluate.output";

    /** As they were, below the root. A setting that this version doesn't know is left out: the store refuses it. */
    Config settings(Config packaged) {
        Config settings = ConfigFactory.empty();
        for (Map.Entry<String, String> entry : manifest.settings().entrySet()) {
            if (packaged.hasPath(entry.getKey()) && !follows(entry)) {
                settings = settings.withValue(entry.getKey(), value(entry, packaged.getValue(entry.getKey())));
            }
        }
        return settings;
    }

    /** A table beside its source is beside another source that is given, too. */
    private boolean follows(Map.Entry<String, String> setting) {
        return setting.getKey().equals("data.table")
                && setting.getValue().equals(manifest.settings().get("data.source") + "/table");
    }

    /** From its text, which says [a, b] of a list. */
    private ConfigValue value(Map.Entry<String, String> entry, ConfigValue packaged) {
        String text = entry.getValue();
        if (!(packaged instanceof ConfigList)) {
            return ConfigValueFactory.fromAnyRef(text, place);
        }
        String inside = text.substring(1, text.length() - 1);
        List<String> split = inside.isEmpty() ? List.of() : List.of(inside.split(", ", -1));
        return ConfigValueFactory.fromIterable(
                entry.getKey().equals("data.classes") ? manifest.classNames() : split, place);
    }

    /**
     * What is given besides and doesn't change figures.
     *
     * @param given below the root
     * @throws UserError if a value is given that would change them
     */
    Config free(Config given) {
        Config free = ConfigFactory.empty();
        for (Map.Entry<String, ConfigValue> entry : SettingsFile.keys(given).entrySet()) {
            String key = entry.getKey();
            if (Manifest.changesFigures(key) || key.equals(OUTPUT)) {
                requireSame(key, entry.getValue());
            } else {
                free = free.withValue(key, entry.getValue());
            }
        }
        return free;
    }

    private void requireSame(String key, ConfigValue given) {
        String begun = manifest.settings().getOrDefault(key, "no such setting");
        String now = String.valueOf(given.unwrapped());
        if (!now.equals(begun) && !isSameNumber(now, begun) && !areSameClasses(key, now, begun)) {
            throw new UserError(Origin.told(key, given) + ": the sweep in " + place + " has begun with " + begun
                    + "; leave it out to go on with that, or start a new sweep without --resume");
        }
    }

    private static boolean isSameNumber(String one, String other) {
        try {
            return new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** A class goes by its name in any spelling, or its number. */
    private boolean areSameClasses(String key, String one, String other) {
        return CLASS_LISTS.contains(key) && classes(one).equals(classes(other));
    }

    private List<Integer> classes(String list) {
        ClassNames names = new ClassNames(manifest.classNames());
        String inside = list.substring(1, list.length() - 1);
        return inside.isEmpty()
                ? names.all().stream().map(ImageClass::label).toList()
                : List.of(inside.split(", ", -1)).stream()
                        .map(name -> names.named(name).label())
                        .toList();
    }
}
