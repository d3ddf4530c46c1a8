package dev.outsole.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.outsole.sweep.DeLong.Values;
import org.junit.jupiter.api.Test;

class DeLongTest {
    private static final Values FIRST =
            new Values(new double[] {3.1, 2.0, 2.5, 4.0, 1.0}, new double[] {1.5, 2.0, 0.5, 2.7});
    private static final Values SECOND =
            new Values(new double[] {1.0, 2.2, 1.5, 3.0, 2.9}, new double[] {2.5, 1.5, 1.6, 0.2});

    /**
     * By DeLong's own formulas, with all 5 × 4 comparisons: AUCs 0.725 and 0.675; variance of their difference 0.1192708, so z = 0.1447781
     * and p = erfc(z / √2) = 0.8848861.
     */
    @Test
    void agreesWithTheDefinition() {
        DeLong test = DeLong.test(FIRST, SECOND);

        assertThat(test.difference()).isCloseTo(0.05, within(1e-12));
        assertThat(test.pValue()).isCloseTo(0.8848860724680443, within(1e-9));
        assertThat(DeLong.test(SECOND, FIRST)).isEqualTo(new DeLong(-test.difference(), test.pValue()));
    }

    @Test
    void aDetectorDoesNotDifferFromItself() {
        assertThat(DeLong.test(FIRST, FIRST)).isEqualTo(new DeLong(0, 1));
    }

    /** A perfect detector against one that is always wrong, or one that can't tell: no placement varies, and still 2 of 2²⁰ outcomes are as far. */
    @Test
    void twentyImagesDontGiveAPValueOfZero() {
        double[] high = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20};
        double[] low = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        Values perfect = new Values(high, low);

        assertThat(DeLong.test(perfect, new Values(low, high))).isEqualTo(new DeLong(1, 2 / 1048576.0));
        assertThat(DeLong.test(perfect, new Values(new double[10], new double[10])))
                .isEqualTo(new DeLong(0.5, 2 / 1048576.0));
    }

    /** 2,000 images: 2¹⁻²⁰⁰⁰ is no double. */
    @Test
    void noNumberOfImagesDoes() {
        double[] high =
                java.util.stream.IntStream.range(1000, 2000).asDoubleStream().toArray();
        double[] low =
                java.util.stream.IntStream.range(0, 1000).asDoubleStream().toArray();

        assertThat(DeLong.test(new Values(high, low), new Values(low, high)).pValue())
                .isEqualTo(Double.MIN_NORMAL);
    }

    @Test
    void oneImageTellsNothing() {
        Values right = new Values(new double[] {2}, new double[] {1, 0, -1});
        Values wrong = new Values(new double[] {-2}, new double[] {1, 0, -1});

        assertThat(DeLong.test(right, wrong)).isEqualTo(new DeLong(1, 1));
    }

    @Test
    void tiesShareTheirRanks() {
        assertThat(DeLong.midranks(new double[] {5, 1, 5, 5, 0})).containsExactly(4, 2, 4, 4, 1);
    }
}
