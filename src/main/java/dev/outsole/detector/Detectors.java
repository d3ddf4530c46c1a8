package dev.outsole.detector;

import dev.outsole.UserError;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All detectors that there are: those in Outsole's jar, then those in other jars on the class path. */
public final class Detectors {

    private Detectors() {}

    /**
     * All of them.
     *
     * @throws UserError if two go by the same name
     */
    public static List<Detector> all() {
        List<Detector> found = ServiceLoader.load(Detector.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        Map<String, Detector> byKey = new TreeMap<>();
        for (Detector detector : found) {
            Detector other = byKey.put(detector.key(), detector);
            if (other != null) {
                throw new UserError("two detectors are called '" + detector.key() + "' ("
                        + other.getClass().getName() + ", "
                        + detector.getClass().getName() + "): take one off the class path");
            }
        }
        return found;
    }

    /**
     * The detector of this name.
     *
     * @throws UserError if there is none; the message lists those that there are
     */
    public static Detector of(String key) {
        List<Detector> all = all();
        return all.stream()
                .filter(detector -> detector.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new UserError("unknown detector '" + key + "': choose among "
                        + all.stream().map(Detector::key).collect(Collectors.joining(", "))));
    }
}
