package dev.outsole.sweep;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Corrects the p-values of several tests for their number: Holm (1979), "A simple sequentially rejective multiple test procedure". */
final class Holm {

    private Holm() {}

    /**
     * Adjusted p-values, in the same order: with all tests whose value is below a level, the chance that any of them is wrong is below that
     * level. The least of n is multiplied by n, the next by n − 1, and so on; none is less than one before it, nor above 1.
     */
    static double[] adjusted(double[] pValues) {
        int[] order = IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(i -> i)
                .toArray();
        double[] adjusted = new double[pValues.length];
        double least = 0;
        for (int i = 0; i < order.length; i++) {
            least = Math.max(least, Math.min(1, (order.length - i) * pValues[order[i]]));
            adjusted[order[i]] = least;
        }
        return adjusted;
    }
}
