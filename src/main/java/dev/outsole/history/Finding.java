package dev.outsole.history;

import java.util.Comparator;

/**
 * Something about a night that somebody should look at.
 *
 * @param size how bad it is among findings of its kind, higher is worse
 * @param text in one line, with numbers
 */
public record Finding(Kind kind, double size, String text) {
    /** The worst first. */
    public static final Comparator<Finding> WORST_FIRST = Comparator.comparing(Finding::kind)
            .thenComparing(Comparator.comparingDouble(Finding::size).reversed())
            .thenComparing(Finding::text);

    /** From the worst on. */
    public enum Kind {
        /** A model could not be trained. */
        FAILED,
        /** A model that was trained for another night was scored again. */
        STALE,
        /** Other images than the night before. */
        DATA,
        /** A detector was compared with nothing, where it must be. */
        UNCOMPARED,
        /** A detector's mean AUC has dropped. */
        MEAN_DROP,
        /** A pair's AUC has dropped. */
        PAIR_DROP,
        /** Figures differ that should have come out the same. */
        CHANGE,
        /** A detector's mean AUC has risen: better, if there is a reason for it. */
        MEAN_RISE,
        /** A pair's AUC has risen. */
        PAIR_RISE,
        /** An embedding has collapsed. */
        COLLAPSED,
        /** It took too long. */
        RUNTIME
    }
}
