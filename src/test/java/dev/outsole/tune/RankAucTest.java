package dev.outsole.tune;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RankAucTest {

    /** Of 3 × 4 pairs: 3 is above all 4; 2 above 1 and 0, equal to 2, below 2.5; 1 above 0, equal to 1. */
    @Test
    void isTheShareOfPairsInTheRightOrder() {
        double auc = RankAuc.of(new double[] {3, 2, 1}, new double[] {2.5, 2, 1, 0});

        assertThat(auc).isEqualTo((4 + 2.5 + 1.5) / 12);
    }

    @Test
    void equalValuesTellNothing() {
        assertThat(RankAuc.of(new double[] {1, 1}, new double[] {1, 1, 1})).isEqualTo(0.5);
    }
}
