package dev.outsole.detector;

import dev.outsole.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** All detectors that there are: those in Outsole's jar, then those in other jars on the class path. */
public final class Detectors {
    private static final String SERVICES = "META-INF/services/" + Detector.class.getName();
    /** A key becomes the name of a folder, and an option's value. */
    private static final Pattern KEY = Pattern.compile("[a-z0-9-]+");

    private Detectors() {}

    /**
     * All of them. They are looked for by the context class loader of the thread, which under spark-submit is the one that knows {@code --jars}.
     *
     * @throws UserError if one can't be loaded or has a key that is none, or if two go by the same key
     */
    public static List<Detector> all() {
        List<Detector> found = load();
        Map<String, Detector> byKey = new TreeMap<>();
        for (Detector detector : found) {
            Detector other = byKey.put(key(detector), detector);
            if (other != null) {
                throw new UserError("two detectors are called '" + detector.key() + "' ("
                        + other.getClass().getName() + ", "
                        + detector.getClass().getName() + "): take one off the class path");
            }
        }
        return found;
    }

    private static List<Detector> load() {
        List<Detector> found = new ArrayList<>();
        try {
            ServiceLoader.load(Detector.class).forEach(found::add);
        } catch (ServiceConfigurationError | LinkageError e) { // the latter: of another Java, or of another Outsole
            throw new UserError(
                    "a detector can't be loaded (" + reason(e) + "): mend " + SERVICES + " or the class in its jar,"
                            + " or take the jar off the class path",
                    e);
        }
        return found;
    }

    /** Without the cause of a class that can't be made, nobody knows why. */
    private static String reason(Error e) {
        Throwable cause = e.getCause();
        return e.getMessage() + (cause == null ? "" : ": " + cause);
    }

    private static String key(Detector detector) {
        String key = detector.key();
        if (!KEY.matcher(key).matches()) {
            throw new UserError("the detector " + detector.getClass().getName() + " is called '" + key
                    + "': its key must be lower-case letters, digits and hyphens alone");
        }
        return key;
    }

    /**
     * The detector of this name.
     *
     * @throws UserError if there is none; the message lists those that there are
     */
    public static Detector of(String key) {
        List<Detector> all = all();
        List<String> keys = all.stream().map(Detector::key).toList();
        return all.stream()
                .filter(detector -> detector.key().equals(key))
                .findFirst()
                .orElseThrow(() -> UserError.unknown("detector", key, keys, "choose among " + String.join(", ", keys)));
    }
}
