package dev.outsole.history;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How far a night may be from the median of others by rounding alone. */
final class Spread {

    /** The MAD of fewer draws says little, and is large whenever two kinds of machines take turns. */
    private static final int FEW = 5;

    private Spread() {}

    /**
     * Standard deviation of the difference between a night and the median of the window.
     *
     * @param deviations of the window's nights from their median
     * @param floor the least that one night's deviation is taken for, and what it is taken for unless the window shows it in enough draws
     * @param draws see {@link #draws}
     */
    static double ofDifference(double[] deviations, double floor, int draws) {
        double one = draws < FEW ? floor : Math.max(floor, RobustStatistics.deviation(deviations));
        // The median of k normal draws has a variance of about π / 2 over k, of one draw 1.
        return one * Math.sqrt(1 + Math.min(1, Math.PI / 2 / draws));
    }

    /**
     * How many ways of rounding nights have gone: those that round alike have gone one together; a night on machines of several kinds has gone
     * one of its own.
     */
    static int draws(Collection<Night> nights) {
        Set<List<String>> kinds = new HashSet<>();
        int mixed = 0;
        for (Night night : nights) {
            if (night.arithmetic().size() == 1) {
                kinds.add(night.arithmetic());
            } else {
                mixed++;
            }
        }
        return Math.max(1, kinds.size() + mixed);
    }
}
