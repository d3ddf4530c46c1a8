package dev.outsole.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How far a night may be from the median of others by rounding alone. */
final class Spread {

    /** The MAD of fewer draws says little, and is large whenever two kinds of machines take turns. */
    private static final int FEW = 5;

    /** With so many seeds a pair shows its own spread: no alarm is false on more than 1 % of nights. */
    static final int ENOUGH_SEEDS = 5;

    /** What is known of all pairs counts as much as so many seeds more. */
    private static final int PRIOR = 2;

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
        return ofDifference(one, draws);
    }

    /** The same, of nights whose standard deviation is known. */
    static double ofDifference(double one, int draws) {
        // The median of k normal draws has a variance of about π / 2 over k, of one draw 1.
        return one * Math.sqrt(1 + Math.min(1, Math.PI / 2 / draws));
    }

    /**
     * Standard deviation of one seed's value, from how far the seeds of each night lie apart: the variance that they show, with the one that is
     * known of all pairs added as if it came from {@value #PRIOR} seeds more (Smyth 2004, Linear models and empirical Bayes methods for assessing
     * differential expression in microarray experiments, section 3).
     *
     * @param nights values of the seeds of each draw
     * @param prior standard deviation that pairs have on the whole
     */
    static double ofSeeds(Collection<double[]> nights, double prior) {
        double squares = PRIOR * prior * prior;
        int freedom = PRIOR;
        for (double[] seeds : nights) {
            double mean = Arrays.stream(seeds).average().orElseThrow();
            squares += Arrays.stream(seeds)
                    .map(value -> (value - mean) * (value - mean))
                    .sum();
            freedom += seeds.length - 1;
        }
        return Math.sqrt(squares / freedom);
    }

    /**
     * One night for each way of rounding that nights have gone: those that round alike have gone one together, and the last of them stands for
     * all; a night on machines of several kinds has gone one of its own.
     */
    static List<Night> draws(Collection<Night> nights) {
        Map<List<String>, Night> kinds = new LinkedHashMap<>();
        List<Night> draws = new ArrayList<>();
        for (Night night : nights) {
            if (night.arithmetic().size() == 1) {
                kinds.put(night.arithmetic(), night);
            } else {
                draws.add(night);
            }
        }
        draws.addAll(kinds.values());
        return draws;
    }
}
