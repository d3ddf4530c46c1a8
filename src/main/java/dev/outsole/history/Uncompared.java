package dev.outsole.history;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says why a detector's figures, or some of them, were compared with nothing. */
final class Uncompared {
    private final Basis basis;
    private final String detector;
    private final Night tonight;
    private final List<Night> before;

    /** @param all other nights that are known */
    Uncompared(Basis basis, String detector, Night tonight, List<Night> all) {
        this.basis = basis;
        this.detector = detector;
        this.tonight = tonight;
        this.before = all.stream()
                .filter(night -> night.date().isBefore(tonight.date()))
                .toList();
    }

    /** In a line; absent if all of them were compared. */
    Optional<String> of(DetectorComparison comparison, Window window) {
        if (comparison.isAny()) {
            int left = comparison.all() - comparison.compared();
            return left == 0
                    ? Optional.empty()
                    : Optional.of(Numbers.text(
                            "%s: %d of %d figures were compared with nothing: too few nights before have these pairs and seeds",
                            detector, left, comparison.all()));
        }
        return Optional.of(detector + " was compared with nothing: " + reason(window));
    }

    /** The same where it is a finding. */
    String required() {
        return detector + " was compared with nothing, and outsole.gate.require-comparison is on";
    }

    private String reason(Window window) {
        if (before.isEmpty()) {
            return "there are no nights before it";
        }
        Optional<Night> last = before.stream()
                .filter(night -> night.detectors().contains(detector))
                .max(Comparator.comparing(Night::date));
        if (last.isEmpty()) {
            return "no night before it has this detector";
        }
        return basis.difference(detector, tonight, last.get()).orElseGet(() -> tooFew(window));
    }

    private static String tooFew(Window window) {
        int nights = window.nights().size();
        return window.isEnough()
                ? "no night before it has these pairs and seeds"
                : Numbers.text(
                        "%d night%s before it with the same settings and data, %d are needed (outsole.gate.minimum-nights)",
                        nights, nights == 1 ? "" : "s", window.needed());
    }
}
