package dev.outsole.tune;

import java.util.Arrays;

/** Area under the ROC curve as the share of pairs in the right order (Mann and Whitney 1947). */
final class RankAuc {

    private RankAuc() {}

    /** How often a positive value is above a negative one; ties count half. In [0, 1]; 1 if all are. */
    static double of(double[] positive, double[] negative) {
        double[] sorted = negative.clone();
        Arrays.sort(sorted);
        double right = 0;
        for (double value : positive) {
            right += (firstAtLeast(sorted, value) + firstAtLeast(sorted, Math.nextUp(value))) / 2.0;
        }
        return right / positive.length / negative.length;
    }

    /** How many entries are below the value. */
    private static int firstAtLeast(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
