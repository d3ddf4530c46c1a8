package dev.outsole.sweep;

import dev.outsole.image.ImageClass;
import dev.outsole.result.Score;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Whether two detectors' AUCs on the same images differ: the test of DeLong, DeLong and Clarke-Pearson (1988), by the midranks of Sun and
 * Xu (2014).
 *
 * @param difference AUC of the first detector less that of the second
 * @param pValue two-sided, above 0; 1 if both rank all images alike
 */
public record DeLong(double difference, double pValue) {

    /**
     * One detector's decision values.
     *
     * @param normal of the normal images, {@code abnormal} of the others, both in the same order for each detector
     */
    @SuppressWarnings("ArrayRecordComponent") // handed in, never compared
    public record Values(double[] normal, double[] abnormal) {

        /** Those of a pair of classes, among scores of any classes. */
        public static Values of(List<Score> scores, ImageClass normal, ImageClass abnormal) {
            return new Values(of(scores, normal), of(scores, abnormal));
        }

        private static double[] of(List<Score> scores, ImageClass imageClass) {
            return scores.stream()
                    .filter(score -> score.label() == imageClass.label())
                    .mapToDouble(Score::decisionValue)
                    .toArray();
        }
    }

    /**
     * The test. Its p-value is an approximation for many images, and goes to 0 where the images' placements don't vary, however few they are. So
     * it is never taken for less than {@link #least}. A class with a single image shows no variance: then nothing can be told, and p is 1.
     */
    public static DeLong test(Values first, Values second) {
        Placements a = Placements.of(first);
        Placements b = Placements.of(second);
        double variance = covariance(a.normal, b.normal) / a.normal.length
                + covariance(a.abnormal, b.abnormal) / a.abnormal.length;
        double difference = a.auc() - b.auc();
        if (difference == 0 || Math.min(a.normal.length, a.abnormal.length) < 2) {
            return new DeLong(difference, 1);
        }
        double z = Math.abs(difference) / Math.sqrt(Math.max(0, variance));
        double approximate = 2 * new NormalDistribution().cumulativeProbability(-z);
        return new DeLong(difference, Math.max(approximate, least(a.normal.length + a.abnormal.length)));
    }

    /**
     * The least p-value that so many images can give. If the detectors are equally good, each image's two ranks might as well be exchanged, so
     * that what was found and its mirror image are two of 2ⁿ outcomes (the exact test of Bandos, Rockette and Gur 2005, "A permutation test
     * sensitive to differences in areas for comparing ROC curves from a paired design").
     */
    private static double least(int images) {
        return Math.max(Double.MIN_NORMAL, Math.scalb(1.0, 1 - images));
    }

    /** Variance of the differences between two detectors' placements. */
    private static double covariance(double[] a, double[] b) {
        double[] difference =
                IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();
        double mean = Arrays.stream(difference).average().orElseThrow();
        return Arrays.stream(difference).map(d -> (d - mean) * (d - mean)).sum() / (a.length - 1);
    }

    /** For each image the share of the other class that it is rightly above or below of; ties count half. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Placements(double[] normal, double[] abnormal) {

        static Placements of(Values values) {
            int p = values.normal.length;
            int q = values.abnormal.length;
            double[] all = Arrays.copyOf(values.normal, p + q);
            System.arraycopy(values.abnormal, 0, all, p, q);
            double[] overall = midranks(all);
            double[] amongNormal = midranks(values.normal);
            double[] amongAbnormal = midranks(values.abnormal);
            return new Placements(
                    IntStream.range(0, p)
                            .mapToDouble(i -> (overall[i] - amongNormal[i]) / q)
                            .toArray(),
                    IntStream.range(0, q)
                            .mapToDouble(i -> 1 - (overall[p + i] - amongAbnormal[i]) / p)
                            .toArray());
        }

        double auc() {
            return Arrays.stream(normal).average().orElseThrow();
        }
    }

    /** Ranks from 1, equal values sharing the mean of theirs. */
    static double[] midranks(double[] values) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(i -> i)
                .toArray();
        double[] ranks = new double[values.length];
        for (int from = 0; from < order.length; ) {
            int to = from + 1;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + to + 1) / 2.0;
            }
            from = to;
        }
        return ranks;
    }
}
