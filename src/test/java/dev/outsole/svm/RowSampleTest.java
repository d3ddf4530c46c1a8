package dev.outsole.svm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RowSampleTest {

    @Test
    void takesAllRowsIfThereAreNoMore() {
        assertThat(RowSample.of(4, 4, 1)).containsExactly(0, 1, 2, 3);
        assertThat(RowSample.of(4, 9, 1)).containsExactly(0, 1, 2, 3);
    }

    @Test
    void takesDistinctRowsInTheirOrder() {
        int[] sample = RowSample.of(1000, 100, 5);

        assertThat(sample).hasSize(100).isSorted().doesNotHaveDuplicates();
        assertThat(sample[0]).isNotNegative();
        assertThat(sample[99]).isLessThan(1000);
    }

    @Test
    void theSeedDecides() {
        assertThat(RowSample.of(1000, 100, 5)).containsExactly(RowSample.of(1000, 100, 5));
        assertThat(RowSample.of(1000, 100, 6)).isNotEqualTo(RowSample.of(1000, 100, 5));
    }

    /** Of 10 rows 3 are taken: each in 3/10 of 20,000 samples, with a standard deviation of √(0.3 · 0.7 / 20,000) = 0.0032. */
    @Test
    void eachRowIsAsLikely() {
        int[] taken = new int[10];
        for (long seed = 0; seed < 20_000; seed++) {
            for (int row : RowSample.of(10, 3, seed)) {
                taken[row]++;
            }
        }
        for (int count : taken) {
            assertThat(count / 20_000.0).isCloseTo(0.3, within(0.015));
        }
    }
}
