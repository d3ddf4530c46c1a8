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

    @Test
    void tiesShareTheirRanks() {
        assertThat(DeLong.midranks(new double[] {5, 1, 5, 5, 0})).containsExactly(4, 2, 4, 4, 1);
    }
}
