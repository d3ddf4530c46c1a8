package dev.outsole.history;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Finds the nights that each detector is compared with. */
final class Windows {
    private final GateOptions options;
    private final Basis basis;
    private final List<Acceptance> accepted;

    Windows(GateOptions options, Basis basis, List<Acceptance> accepted) {
        this.options = options;
        this.basis = basis;
        this.accepted = List.copyOf(accepted);
    }

    /**
     * The last nights before this one on the same basis, none of them before the detector's baseline. An accepted night is one that somebody
     * has vouched for: with it, one night is enough.
     *
     * @param all the earliest first
     */
    Window of(String detector, Night tonight, List<Night> all) {
        Optional<LocalDate> baseline = baseline(detector, tonight, all);
        List<Night> since = since(baseline, tonight, all);
        Deque<Night> window = new ArrayDeque<>();
        for (int i = since.size() - 1; i >= 0 && window.size() < options.window(); i--) {
            Night night = since.get(i);
            if (night.detectors().contains(detector) && basis.isSame(detector, tonight, night)) {
                window.addFirst(night);
            }
        }
        boolean vouchedFor = window.stream().anyMatch(night -> baseline.equals(Optional.of(night.date())));
        return new Window(List.copyOf(window), vouchedFor ? 1 : options.minimumNights());
    }

    /** Nights before this one, from a baseline on. */
    static List<Night> since(Optional<LocalDate> baseline, Night tonight, List<Night> all) {
        return all.stream()
                .filter(night -> night.date().isBefore(tonight.date()))
                .filter(night -> baseline.isEmpty() || !night.date().isBefore(baseline.get()))
                .toList();
    }

    /** The last night before this one that the detector was accepted on; nights that were replaced since don't count. */
    Optional<LocalDate> baseline(String detector, Night tonight, List<Night> all) {
        return accepted.stream()
                .filter(word -> word.detectors().contains(detector) && word.isOfOne(all))
                .map(Acceptance::day)
                .filter(day -> day.isBefore(tonight.date()))
                .max(LocalDate::compareTo);
    }

    /** What was accepted on some of these nights, in a line each. */
    List<String> baselines(List<Night> nights) {
        return accepted.stream()
                .filter(word -> word.isOfOne(nights))
                .map(Acceptance::text)
                .toList();
    }
}
