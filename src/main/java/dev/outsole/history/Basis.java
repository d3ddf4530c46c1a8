package dev.outsole.history;

import dev.outsole.sweep.Manifest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * What a detector's figures of a night rest on: the settings that this detector goes by, and the images. Nights are compared where that is
 * the same, whatever else has changed. A setting that a night doesn't name stands for its packaged default, so that one which is new leaves
 * all nights before it as they were; a setting that this version doesn't know is no detector's any more. Which pairs and seeds a night has is
 * no part of it: its figures say so themselves.
 */
public final class Basis {
    /** Settings that choose pairs and seeds. */
    private static final List<String> PLAN = List.of("evaluate.seed", "sweep.abnormal", "sweep.normal", "sweep.seeds");

    private final Map<String, String> defaults;
    private final BiPredicate<String, String> dependsOn;
    private final Map<String, List<String>> known = new ConcurrentHashMap<>();

    /**
     * By what this version knows.
     *
     * @param defaults value of each setting as packaged, by dotted key
     * @param dependsOn whether figures of a detector (first) depend on a setting (second)
     */
    public Basis(Map<String, String> defaults, BiPredicate<String, String> dependsOn) {
        this.defaults = Map.copyOf(defaults);
        this.dependsOn = dependsOn;
    }

    /** Whether a detector's figures of both nights rest on the same. */
    boolean isSame(String detector, Night tonight, Night before) {
        return difference(detector, tonight, before).isEmpty();
    }

    /** Why a detector's figures of both nights are not the same thing: the first reason, in words. */
    Optional<String> difference(String detector, Night tonight, Night before) {
        return settingOf(detector, tonight, before)
                .map(key ->
                        key + " was " + text(before, key) + " on " + before.date() + " and is " + text(tonight, key))
                .or(() -> changedData(tonight, before).stream()
                        .findFirst()
                        .map(part -> "the data of " + before.date() + " had another SHA-256 of " + part));
    }

    /** The same settings, whatever the data. */
    boolean hasSameSettings(String detector, Night tonight, Night before) {
        return settingOf(detector, tonight, before).isEmpty();
    }

    /** Whether both nights did the same work: the same pairs and seeds with the same detectors, set the same. */
    boolean isSameWork(Night tonight, Night before) {
        return firstChange(settings(key -> true), tonight, before).isEmpty()
                && changedData(tonight, before).isEmpty();
    }

    /** Whether both nights had the same pairs and seeds to evaluate. */
    boolean isSamePlan(Night tonight, Night before) {
        return firstChange(PLAN, tonight, before).isEmpty();
    }

    /** Parts of the data that have another checksum; one that either night doesn't name says nothing. */
    static Set<String> changedData(Night tonight, Night before) {
        Set<String> changed = new TreeSet<>(tonight.dataSha256().keySet());
        changed.retainAll(before.dataSha256().keySet());
        if (changed.isEmpty()) {
            return tonight.dataSha256().keySet();
        }
        changed.removeIf(part -> Objects.equals(
                tonight.dataSha256().get(part), before.dataSha256().get(part)));
        return changed;
    }

    private static boolean isPlan(String key) {
        return PLAN.contains(key) || key.equals("evaluate.detectors");
    }

    private Optional<String> settingOf(String detector, Night tonight, Night before) {
        return firstChange(known.computeIfAbsent(detector, this::settingsOf), tonight, before);
    }

    private List<String> settingsOf(String detector) {
        return settings(key -> !isPlan(key) && dependsOn.test(detector, key));
    }

    /** Those that change figures at all, in the order of their keys. */
    private List<String> settings(Predicate<String> wanted) {
        return new TreeSet<>(defaults.keySet())
                .stream().filter(Manifest::changesFigures).filter(wanted).toList();
    }

    private Optional<String> firstChange(List<String> keys, Night tonight, Night before) {
        return keys.stream()
                .filter(key -> !isEqual(text(tonight, key), text(before, key)))
                .findFirst();
    }

    private String text(Night night, String key) {
        return night.settings().getOrDefault(key, defaults.getOrDefault(key, ""));
    }

    /** Numbers are equal however they are written. */
    private static boolean isEqual(String first, String second) {
        return first.equals(second) || number(first).equals(number(second));
    }

    private static Object number(String text) {
        try {
            return new BigDecimal(text).stripTrailingZeros();
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
