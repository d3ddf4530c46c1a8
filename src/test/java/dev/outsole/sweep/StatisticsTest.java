package dev.outsole.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Interval, catch rate, and the verdict on two detectors. */
class StatisticsTest {

    /**
     * A = 0.8, 100 images of each class: Q₁ = 0.8 / 1.2, Q₂ = 1.28 / 1.8, A² = 0.64, so SE² = (0.16 + 99 · 0.0266667 + 99 · 0.0711111) /
     * 10,000 = 0.000984; 1.96 SE = 0.0614817.
     */
    @Test
    void theIntervalIsHanleysAndMcNeils() {
        AucInterval interval = AucInterval.hanleyMcNeil(0.8, 100, 100);

        assertThat(interval.low()).isCloseTo(0.7385183, within(1e-6));
        assertThat(interval.high()).isCloseTo(0.8614817, within(1e-6));
    }

    @Test
    void theIntervalStaysWithinItsRange() {
        assertThat(AucInterval.hanleyMcNeil(1, 10, 10)).isEqualTo(new AucInterval(1, 1));
        assertThat(AucInterval.hanleyMcNeil(0.99, 5, 5).high()).isEqualTo(1);
        assertThat(AucInterval.hanleyMcNeil(0.01, 5, 5).low()).isEqualTo(0);
    }

    /** Normals 1 … 10: none below 1; 10 % are one image, so those below 2 raise an alarm; 25 % are two. Equal values raise none. */
    @ParameterizedTest
    @CsvSource({"0, 0.25", "0.1, 0.5", "0.25, 0.75"})
    void theCatchRateCountsWhatIsBelowTheThreshold(double falseAlarmRate, double caught) {
        double[] normal = {10, 9, 8, 7, 6, 5, 4, 3, 2, 1};
        double[] abnormal = {0.5, 1, 2, 20};

        assertThat(CatchRate.at(falseAlarmRate, normal, abnormal)).isEqualTo(caught);
    }

    @Test
    void aDetectorIsBetterIfItIsSignificantlySoInEverySeed() {
        assertThat(verdict(new DeLong(0.1, 0.01), new DeLong(0.2, 0.04))).isEqualTo(Comparison.Verdict.FIRST);
        assertThat(verdict(new DeLong(-0.1, 0.01), new DeLong(-0.2, 0.04))).isEqualTo(Comparison.Verdict.SECOND);
        assertThat(verdict(new DeLong(0.1, 0.01), new DeLong(-0.2, 0.04))).isEqualTo(Comparison.Verdict.UNDECIDED);
        assertThat(verdict(new DeLong(0.1, 0.01), new DeLong(0.2, 0.06))).isEqualTo(Comparison.Verdict.UNDECIDED);
    }

    private static Comparison.Verdict verdict(DeLong... tests) {
        return Comparison.of("autoencoder", "pixels", "Sandal", "Bag", List.of(tests))
                .verdict();
    }
}
