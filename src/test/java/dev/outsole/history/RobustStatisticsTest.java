package dev.outsole.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RobustStatisticsTest {

    @Test
    void median() {
        assertThat(RobustStatistics.median(new double[] {5, 1, 3})).isEqualTo(3);
        assertThat(RobustStatistics.median(new double[] {4, 1, 3, 100})).isEqualTo(3.5);
    }

    /** Median 3, distances 2 1 0 1 97, their median 1. */
    @Test
    void oneWildValueDoesNotCount() {
        assertThat(RobustStatistics.deviation(new double[] {1, 2, 3, 4, 100})).isCloseTo(1.4826, within(1e-4));
    }

    /** One draw: √(1 + 1) of 2; ten draws: √(1 + π/20). */
    @Test
    void aMedianOfManyDrawsIsNearer() {
        assertThat(Spread.ofDifference(new double[] {0, 0, 0}, 2, 1)).isCloseTo(2 * Math.sqrt(2), within(1e-12));
        assertThat(Spread.ofDifference(new double[] {0, 0, 0}, 2, 10)).isCloseTo(2 * 1.0757, within(1e-4));
    }

    /** Of 1, 2, 3, 4, 100 the MAD is 1.4826, and counts from five draws on: √(1 + π/10) times it. */
    @Test
    void theWindowsOwnSpreadCountsOnceItShows() {
        double[] nights = {1, 2, 3, 4, 100};

        assertThat(Spread.ofDifference(nights, 0.1, 4)).isCloseTo(0.1 * Math.sqrt(1 + Math.PI / 8), within(1e-12));
        assertThat(Spread.ofDifference(nights, 0.1, 5)).isCloseTo(1.4826 * 1.146368, within(1e-4));
        assertThat(Spread.ofDifference(nights, 9, 5)).isCloseTo(9 * 1.146368, within(1e-4));
    }

    /** Two kinds alone, and one mixed night. */
    @Test
    void nightsThatRoundAlikeAreOneDraw() {
        Night night = Nights.night(0);

        assertThat(Spread.draws(List.of(
                        Nights.with(night, List.of("a"), List.of()),
                        Nights.with(night, List.of("a"), List.of()),
                        Nights.with(night, List.of("b"), List.of()),
                        Nights.with(night, List.of("a", "b"), List.of()))))
                .isEqualTo(3);
    }
}
