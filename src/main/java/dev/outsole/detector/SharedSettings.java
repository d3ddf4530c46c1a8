package dev.outsole.detector;

import java.util.Set;

/** Settings that every detector's figures depend on: which images it learns from, and which classes these are. */
final class SharedSettings {
    private static final Set<String> KEYS = Set.of("data.classes", "evaluate.calibration-fraction");

    private SharedSettings() {}

    static boolean has(String setting) {
        return KEYS.contains(setting);
    }
}
