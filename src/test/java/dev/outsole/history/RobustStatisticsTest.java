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

    /** Two kinds alone, of one of which there are two nights, and one mixed night. */
    @Test
    void nightsThatRoundAlikeAreOneDraw() {
        Night first = Nights.with(Nights.night(0), List.of("a"), List.of());
        Night second = Nights.with(Nights.night(1), List.of("a"), List.of());
        Night other = Nights.with(Nights.night(2), List.of("b"), List.of());
        Night mixed = Nights.with(Nights.night(3), List.of("a", "b"), List.of());

        assertThat(Spread.draws(List.of(first, second, other, mixed))).containsExactly(mixed, second, other);
    }

    /** Seeds 1, 2, 3 and 5, 5: squares 2 and 0, freedom 2 and 1; 2 · 0.5² from what is known, freedom 2: √(2.5 / 5) = 0.707107. */
    @Test
    void seedsShowAPairsSpread() {
        assertThat(Spread.ofSeeds(List.of(new double[] {1, 2, 3}, new double[] {5, 5}), 0.5))
                .isCloseTo(0.70710678, within(1e-8));
        assertThat(Spread.ofSeeds(List.of(), 0.5)).isEqualTo(0.5);
    }
}
